@echo off
rem Installs the terminal as a Windows service with procrun, or removes it:
rem     install-service.cmd            install
rem     install-service.cmd remove     stop and remove
rem Needs an administrator's prompt and JAVA_HOME. The classic XFS manager is a 32-bit library: with it, use a 32-bit Java.
setlocal
set "HOME=%~dp0.."
for %%I in ("%HOME%") do set "HOME=%%~fI"

if not exist "%JAVA_HOME%\release" (
  echo JAVA_HOME does not name a Java installation: "%JAVA_HOME%" 1>&2
  exit /b 2
)
set BITS=x86
set "PROCRUN=%HOME%\service\windows\prunsrv.exe"
findstr /c:"OS_ARCH=\"x86_64\"" "%JAVA_HOME%\release" >nul && set BITS=x86_64
findstr /c:"OS_ARCH=\"amd64\"" "%JAVA_HOME%\release" >nul && set BITS=x86_64
set JNA=win32-x86
if "%BITS%"=="x86_64" (
  set JNA=win32-x86-64
  set "PROCRUN=%HOME%\service\windows\amd64\prunsrv.exe"
)

if "%1"=="remove" (
  "%PROCRUN%" //DS//Silverteller
  exit /b
)

set "CLASSES="
setlocal enabledelayedexpansion
for %%J in ("%HOME%\lib\*.jar") do set "CLASSES=!CLASSES!%%J;"
set "NATIVE=%HOME%\lib\native"
set "DATA=%ProgramData%\Silverteller"
if not exist "%DATA%\logs" mkdir "%DATA%\logs"
rem Only administrators, the system and the service (LocalService, procrun's own choice) get in.
icacls "%DATA%" /inheritance:r /grant "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-18:(OI)(CI)F" "*S-1-5-19:(OI)(CI)M" >nul || exit /b 1

"%PROCRUN%" //IS//Silverteller ^
  --DisplayName="Silverteller cash machine terminal" ^
  --Description="Serves customers at this cash machine" ^
  --Startup=auto ^
  --JavaHome="%JAVA_HOME%" --Jvm=auto --Classpath="!CLASSES!" ^
  --StartMode=jvm --StartClass=org.silverteller.terminal.TerminalDaemon --StartMethod=main --StartParams="%HOME%\config" ^
  --StopMode=jvm --StopClass=org.silverteller.terminal.TerminalDaemon --StopMethod=stop --StopTimeout=300 ^
  --StartPath="%HOME%" --Environment="LOGS_DIRECTORY=%DATA%\logs;STATE_DIRECTORY=%DATA%" ^
  --LogPath="%DATA%\logs" --LogPrefix=service --StdOutput=auto --StdError=auto ^
  --JvmMs=16 --JvmMx=64 ^
  --JvmOptions="-XX:+UseSerialGC;-XX:TieredStopAtLevel=1;-XX:MinHeapFreeRatio=5;-XX:MaxHeapFreeRatio=10;-XX:+DisableAttachMechanism;-XX:-UsePerfData" ^
  ++JvmOptions="-Dorg.sqlite.lib.path=%NATIVE%\org\sqlite\native\Windows\%BITS%" ^
  ++JvmOptions="-DjSerialComm.library.path=%NATIVE%\Windows\%BITS%" ^
  ++JvmOptions="-Djna.boot.library.path=%NATIVE%\com\sun\jna\%JNA%;-Djna.nounpack=true" ^
  ++JvmOptions="-Djava.awt.headless=true;-Dfile.encoding=UTF-8;-Dlogback.configurationFile=%HOME%\config\logback.xml"
if errorlevel 1 exit /b 1
echo Installed. Start it with:  net start Silverteller
