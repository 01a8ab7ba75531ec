# Tries the Windows installer as a user gets it: installs it, records the demo with it on the command line, opens the
# capture by its file, starts it a second time, takes pictures, and removes it. Leaves its pictures in target/try-msi.
$ErrorActionPreference = "Stop"
Set-Location "$PSScriptRoot/.."
$out = Join-Path (Get-Location) "target/try-msi"
Remove-Item -Recurse -Force $out -ErrorAction SilentlyContinue
New-Item -ItemType Directory $out | Out-Null

function Wait-Until($what, $condition) {
    $end = (Get-Date).AddSeconds(60)
    while (-not (& $condition)) {
        if ((Get-Date) -gt $end) { throw "FAILED: $what" }
        Start-Sleep -Milliseconds 200
    }
}
function Save-Picture($name) {
    Add-Type -AssemblyName System.Windows.Forms, System.Drawing
    $area = [System.Windows.Forms.Screen]::PrimaryScreen.Bounds
    $image = New-Object System.Drawing.Bitmap $area.Width, $area.Height
    [System.Drawing.Graphics]::FromImage($image).CopyFromScreen($area.Location, [System.Drawing.Point]::Empty, $area.Size)
    $image.Save((Join-Path $out "$name.png"))
}

$msi = Get-ChildItem target/dist/*.msi
"package $($msi.Name): $($msi.Length) bytes"
Start-Process msiexec -Wait -ArgumentList "/i", $msi.FullName, "/qn", "/l*v", "$out/install.log"
$program = Get-ChildItem "$env:LOCALAPPDATA/Threadline", "$env:LOCALAPPDATA/Programs/Threadline", "$env:ProgramFiles/Threadline" `
    -Filter Threadline.exe -Recurse -ErrorAction SilentlyContinue | Select-Object -First 1
if (-not $program) { throw "FAILED: it isn't installed" }
$command = Join-Path $program.Directory "threadline-cli.exe"
& $command --version

$demo = Start-Process $command -ArgumentList "demo", "--port", "0", "--speed", "20" -PassThru -NoNewWindow -RedirectStandardOutput "$out/demo.log"
Wait-Until "the demo doesn't start" { Select-String -Quiet "http://" "$out/demo.log" }
$address = (Select-String "http://[0-9.:]*[0-9]" "$out/demo.log").Matches[0].Value
$capture = Join-Path $out "market.threadline"
"{""product"":""bread knife"",""depth"":3}" | Set-Content "$out/input.json"
& $command record --url $address --assistant market_report --input "@$out/input.json" --out $capture
Stop-Process $demo
"capture: $((& $command export $capture --format jsonl | Measure-Object -Line).Lines) events"

Start-Process $program.FullName
Wait-Until "the window doesn't come" { (Get-Process Threadline -ErrorAction SilentlyContinue).MainWindowTitle -contains "Threadline" }
Start-Sleep 3
Save-Picture "1-first-screen"
# By its file, as a double-click does.
Start-Process $capture
Start-Sleep 8
Save-Picture "2-capture"
$windows = @(Get-Process Threadline | Where-Object MainWindowTitle)
if ($windows.Count -ne 1) { throw "FAILED: there are $($windows.Count) windows" }
Stop-Process -Name Threadline

Start-Process msiexec -Wait -ArgumentList "/x", $msi.FullName, "/qn"
if (Test-Path $program.FullName) { throw "FAILED: something is left" }
if (-not (Test-Path $capture)) { throw "FAILED: the capture went with it" }
"removed; the capture stays"
