; This file makes the setup program for Windows from the bundle. It installs for one user, below the user's own
; programs, and so asks for no administrator. /S installs or removes without a question, /D=FOLDER (last) chooses where.
;
;   makensis -DVERSION=0.1.0 -DBUNDLE=FOLDER -DICON=FILE -DTARGET=FILE coachdesk.nsi, all paths absolute

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define PROGRAM "coachdesk-window.exe"
!define CLASSES "Software\Classes"
!define TRANSCRIPT "CoachDesk.Transcript"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CoachDesk"

Name "CoachDesk"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\CoachDesk"
InstallDirRegKey HKCU "Software\CoachDesk" "Folder"
BrandingText "CoachDesk ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "CoachDesk"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Setup of CoachDesk"
VIAddVersionKey "LegalCopyright" "The CoachDesk founders, Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"

LangString STILL_OPEN ${LANG_ENGLISH} "CoachDesk is open. Close it, then try again."
LangString STILL_OPEN ${LANG_GERMAN} "CoachDesk ist noch offen. Schließen Sie es und versuchen Sie es noch einmal."
LangString STILL_OPEN ${LANG_FRENCH} "CoachDesk est ouvert. Fermez-le, puis réessayez."
LangString STILL_OPEN ${LANG_SPANISH} "CoachDesk está abierto. Ciérrelo e inténtelo de nuevo."
LangString KEPT ${LANG_ENGLISH} "CoachDesk was removed. Your encrypted sessions stay in $LOCALAPPDATA\CoachDesk; delete that folder to remove them too."
LangString KEPT ${LANG_GERMAN} "CoachDesk wurde entfernt. Ihre verschlüsselten Sitzungen bleiben in $LOCALAPPDATA\CoachDesk; löschen Sie diesen Ordner, um auch sie zu entfernen."
LangString KEPT ${LANG_FRENCH} "CoachDesk a été supprimé. Vos séances chiffrées restent dans $LOCALAPPDATA\CoachDesk ; supprimez ce dossier pour les effacer aussi."
LangString KEPT ${LANG_SPANISH} "CoachDesk se ha eliminado. Sus sesiones cifradas quedan en $LOCALAPPDATA\CoachDesk; borre esa carpeta para eliminarlas también."

; Windows lets no one write to a program that runs. Exit code 2 tells a silent caller.
!macro STOP_IF_OPEN NAME
    ${If} ${FileExists} "$INSTDIR\${NAME}"
        ClearErrors
        FileOpen $0 "$INSTDIR\${NAME}" a
        ${If} ${Errors}
            MessageBox MB_OK|MB_ICONSTOP "$(STILL_OPEN)" /SD IDOK
            SetErrorLevel 2
            Quit
        ${EndIf}
        FileClose $0
    ${EndIf}
!macroend

; Only what setup brought: the folder may be one that the user chose, with files of their own.
!macro REMOVE_PROGRAM
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\sbom.cdx.json"
    Delete "$INSTDIR\coachdesk.exe"
    Delete "$INSTDIR\${PROGRAM}"
!macroend

; An offer in "Open with"; what opens such files by default stays the user's choice.
!macro OFFER_FOR SUFFIX
    WriteRegNone HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${TRANSCRIPT}"
!macroend

!macro WITHDRAW_FOR SUFFIX
    DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${TRANSCRIPT}"
!macroend

!macro TELL_EXPLORER
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

Section
    SetShellVarContext current
    !insertmacro STOP_IF_OPEN "${PROGRAM}"
    !insertmacro STOP_IF_OPEN "coachdesk.exe"
    !insertmacro REMOVE_PROGRAM ; or files of an older version would stay
    SetOutPath "$INSTDIR"
    File /r "${BUNDLE}\*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\CoachDesk.lnk" "$INSTDIR\${PROGRAM}"

    WriteRegStr HKCU "Software\CoachDesk" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${CLASSES}\${TRANSCRIPT}" "" "Transcript"
    WriteRegStr HKCU "${CLASSES}\${TRANSCRIPT}\DefaultIcon" "" '"$INSTDIR\${PROGRAM}",0'
    WriteRegStr HKCU "${CLASSES}\${TRANSCRIPT}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
    !insertmacro OFFER_FOR ".vtt"
    !insertmacro OFFER_FOR ".srt"
    !insertmacro TELL_EXPLORER

    WriteRegStr HKCU "${ENTRY}" "DisplayName" "CoachDesk"
    WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
    WriteRegStr HKCU "${ENTRY}" "Publisher" "The CoachDesk founders"
    WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
    WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
    SetShellVarContext current
    !insertmacro STOP_IF_OPEN "${PROGRAM}"
    !insertmacro STOP_IF_OPEN "coachdesk.exe"
    !insertmacro REMOVE_PROGRAM
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\CoachDesk.lnk"
    !insertmacro WITHDRAW_FOR ".vtt"
    !insertmacro WITHDRAW_FOR ".srt"
    DeleteRegKey HKCU "${CLASSES}\${TRANSCRIPT}"
    DeleteRegKey HKCU "${ENTRY}"
    DeleteRegKey HKCU "Software\CoachDesk"
    !insertmacro TELL_EXPLORER
    DetailPrint "$(KEPT)"
    MessageBox MB_OK|MB_ICONINFORMATION "$(KEPT)" /SD IDOK
SectionEnd
