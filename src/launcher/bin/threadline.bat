@echo off
rem Starts Threadline with a JDK 25 or newer and passes the arguments on.
setlocal
set "TL_VERSION=@project.version@"
set "TL_JAVAFX=@javafx.version@"
set "TL_HOME=%~dp0.."
set "TL_JAVA="

if not defined THREADLINE_JAVA_HOME goto search
call :look "%THREADLINE_JAVA_HOME%"
if defined TL_JAVA goto start
echo Threadline needs Java 25 or newer, and THREADLINE_JAVA_HOME is not one. 1>&2
exit /b 1

:search
if defined JAVA_HOME call :look "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :look "%%~dpj.."
for %%p in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java") do (
    for /d %%d in ("%%~p\*") do call :look "%%~d"
)
if defined TL_JAVA goto start
echo Threadline needs Java 25 or newer: install a JDK 25, or name one in THREADLINE_JAVA_HOME. 1>&2
exit /b 1

:start
"%TL_JAVA%\bin\java.exe" --module-path "%TL_HOME%\javafx-%TL_JAVAFX%" --add-modules ALL-MODULE-PATH --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC -Xmx1g -cp "%TL_HOME%\threadline-%TL_VERSION%.jar;%TL_HOME%\lib\*" dev.threadline.Launcher %*
exit /b %ERRORLEVEL%

rem Takes the folder if nothing was found before and it is that of a Java 25 or newer.
:look
if defined TL_JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%~1\release" >nul && set "TL_JAVA=%~1"
exit /b 0
