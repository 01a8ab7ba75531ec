"""Demo access control, used only with langgraph.auth.json.

x-api-key: demo-key             full access
x-api-key: reader-key           may read, but not start runs (403)
Authorization: Bearer demo-key  same as the first
anything else                   401
"""

from langgraph_sdk import Auth

auth = Auth()

USERS = {"demo-key": "demo", "reader-key": "reader"}


@auth.authenticate
async def authenticate(headers: dict) -> Auth.types.MinimalUserDict:
    def header(name: str) -> str:
        value = headers.get(name) or headers.get(name.encode()) or b""
        return value.decode() if isinstance(value, bytes) else value

    bearer = header("authorization")
    key = header("x-api-key") or (bearer[7:].strip() if bearer.lower().startswith("bearer ") else "")
    identity = USERS.get(key)
    if identity is None:
        raise Auth.exceptions.HTTPException(status_code=401, detail="Missing or unknown API key")
    return {"identity": identity, "permissions": ["run"] if identity == "demo" else []}


@auth.on
async def allow_everything(ctx: Auth.types.AuthContext, value: dict) -> bool:
    return True


@auth.on.threads.create_run
async def only_demo_starts_runs(ctx: Auth.types.AuthContext, value: dict) -> bool:
    if ctx.user.identity != "demo":
        raise Auth.exceptions.HTTPException(status_code=403, detail="This key may not start runs")
    return True
