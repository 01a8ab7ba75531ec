"""A chat model that replays a script: no key, no network, no randomness.

It streams word by word, can stream tool calls in pieces, and reports usage on its last
chunk, so the server emits the same kinds of events a real model would cause.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Sequence
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.tool import tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult


class ScriptedChatModel(BaseChatModel):
    text: str = ""
    tool_calls: list[dict[str, Any]] = []
    delay_ms: int = 15
    model_name: str = "scripted-1"

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> dict[str, Any]:
        return {"ls_provider": "scripted", "ls_model_name": self.model_name, "ls_model_type": "chat"}

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any):
        return self.bind(tools=[{"name": t.name, "description": t.description} for t in tools])

    def _usage(self, messages: list[BaseMessage]) -> dict[str, int]:
        read = sum(len(m.content.split()) for m in messages if isinstance(m.content, str))
        written = len(self.text.split()) + 5 * len(self.tool_calls)
        return {"input_tokens": read, "output_tokens": written, "total_tokens": read + written}

    def _about(self) -> dict[str, str]:
        return {"model_name": self.model_name, "finish_reason": "tool_calls" if self.tool_calls else "stop"}

    def _generate(self, messages: list[BaseMessage], stop=None, run_manager=None, **kwargs: Any) -> ChatResult:
        message = AIMessage(
            content=self.text,
            tool_calls=[{**call, "type": "tool_call"} for call in self.tool_calls],
            response_metadata=self._about(),
            usage_metadata=self._usage(messages),
        )
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _pieces(self, messages: list[BaseMessage]) -> list[AIMessageChunk]:
        pieces = [AIMessageChunk(content=word) for word in re.findall(r"\s*\S+", self.text)]
        for index, call in enumerate(self.tool_calls):
            args = json.dumps(call["args"])
            half = (len(args) + 1) // 2
            for part in (
                tool_call_chunk(id=call["id"], name=call["name"], args="", index=index),
                tool_call_chunk(args=args[:half], index=index),
                tool_call_chunk(args=args[half:], index=index),
            ):
                pieces.append(AIMessageChunk(content="", tool_call_chunks=[part]))
        pieces.append(
            AIMessageChunk(
                content="",
                usage_metadata=self._usage(messages),
                response_metadata=self._about(),
            )
        )
        return pieces

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for piece in self._pieces(messages):
            if self.delay_ms:
                await asyncio.sleep(self.delay_ms / 1000)
            chunk = ChatGenerationChunk(message=piece)
            if run_manager:
                await run_manager.on_llm_new_token(piece.content, chunk=chunk)
            yield chunk
