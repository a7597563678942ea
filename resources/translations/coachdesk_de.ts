<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Session notes that improve as you talk about them, online and on a train. Your notes are encrypted.</source>
        <translation>Sitzungsnotizen, die besser werden, während Sie darüber sprechen, online und im Zug. Ihre Notizen sind verschlüsselt.</translation>
    </message>
    <message>
        <source>Licences of the works of others</source>
        <translation>Lizenzen der Werke anderer</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>It contains works of others:</source>
        <translation>Es enthält Werke anderer:</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
</context>
<context>
    <name>AccountCommands</name>
    <message>
        <source>Set a passphrase …</source>
        <translation>Passphrase festlegen …</translation>
    </message>
    <message>
        <source>CoachDesk does not lock: it has no passphrase.</source>
        <translation>CoachDesk sperrt sich nicht: Es hat keine Passphrase.</translation>
    </message>
    <message numerus="yes">
        <source>After %n idle minutes.</source>
        <translation>
            <numerusform>Nach %n untätigen Minute.</numerusform>
            <numerusform>Nach %n untätigen Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Never by itself.</source>
        <translation>Nie von selbst.</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message numerus="yes">
        <source>Your organisation wants CoachDesk locked after %n idle minutes.</source>
        <translation>
            <numerusform>Ihre Organisation möchte, dass sich CoachDesk nach %n untätigen Minute sperrt.</numerusform>
            <numerusform>Ihre Organisation möchte, dass sich CoachDesk nach %n untätigen Minuten sperrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>That needs a passphrase.</source>
        <translation>Das braucht eine Passphrase.</translation>
    </message>
    <message>
        <source>{name} is kept on this laptop with all sessions.</source>
        <translation>{name} bleibt mit allen Sitzungen auf diesem Laptop.</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>dieser Sitzung</translation>
    </message>
    <message>
        <source>Kept on this laptop. Nothing of it is sent any more.</source>
        <translation>Bleibt auf diesem Laptop. Davon wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>Keep on this laptop?</source>
        <translation>Auf diesem Laptop behalten?</translation>
    </message>
    <message>
        <source>Keep on this laptop</source>
        <translation>Auf diesem Laptop behalten</translation>
    </message>
    <message>
        <source>Release it from this laptop?</source>
        <translation>Von diesem Laptop freigeben?</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Your notes stay on this laptop, encrypted, until you sign in again.</source>
        <translation>Ihre Notizen bleiben verschlüsselt auf diesem Laptop, bis Sie sich wieder anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%n edits have not reached the platform. They stay on this laptop, encrypted, and are sent once you sign in again. A backup (Account menu) makes sure of them.</source>
        <translation>
            <numerusform>%n Änderung hat die Plattform noch nicht erreicht. Sie bleibt verschlüsselt auf diesem Laptop und wird gesendet, sobald Sie sich wieder anmelden. Eine Sicherung (Menü Konto) bewahrt sie sicher auf.</numerusform>
            <numerusform>%n Änderungen haben die Plattform noch nicht erreicht. Sie bleiben verschlüsselt auf diesem Laptop und werden gesendet, sobald Sie sich wieder anmelden. Eine Sicherung (Menü Konto) bewahrt sie sicher auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Back up first …</source>
        <translation>Zuerst sichern …</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Everything on this laptop goes into one encrypted file. Only this passphrase opens it.</source>
        <translation>Alles auf diesem Laptop kommt in eine verschlüsselte Datei. Nur diese Passphrase öffnet sie.</translation>
    </message>
    <message>
        <source>Backed up as {name}.</source>
        <translation>Gesichert als {name}.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Your recovery key</source>
        <translation>Ihr Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The lock is set.</source>
        <translation>Die Sperre ist eingerichtet.</translation>
    </message>
    <message>
        <source>The keychain of this machine opens your notes again.</source>
        <translation>Der Schlüsselbund dieses Geräts öffnet wieder Ihre Notizen.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>&amp;Chat</source>
        <translation>&amp;Chat</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New session …</source>
        <translation>&amp;Neue Sitzung …</translation>
    </message>
    <message>
        <source>New &amp;client …</source>
        <translation>Neuer K&amp;lient …</translation>
    </message>
    <message>
        <source>&amp;Import transcripts …</source>
        <translation>Transkripte &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Export the se&amp;lected sessions …</source>
        <translation>Ausgewählte Sitzungen e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Jetzt s&amp;ynchronisieren</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Postausgang</translation>
    </message>
    <message>
        <source>Pre&amp;ferences …</source>
        <translation>Ein&amp;stellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>Eingabe &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Take back &amp;what was done last</source>
        <translation>Letzte Änderung zurück&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Find a session</source>
        <translation>Sitzung &amp;suchen</translation>
    </message>
    <message>
        <source>Find in the &amp;transcript</source>
        <translation>Im &amp;Transkript suchen</translation>
    </message>
    <message>
        <source>&amp;Correct a line of the transcript …</source>
        <translation>&amp;Zeile des Transkripts korrigieren …</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>Ü&amp;berschrift</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>&amp;Kursiv</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>Jetzt s&amp;peichern</translation>
    </message>
    <message>
        <source>&amp;Summarise the transcript</source>
        <translation>Transkript &amp;zusammenfassen</translation>
    </message>
    <message>
        <source>&amp;Approve the summary</source>
        <translation>Zusammenfassung &amp;freigeben</translation>
    </message>
    <message>
        <source>Re&amp;do typing</source>
        <translation>Eingabe &amp;wiederholen</translation>
    </message>
    <message>
        <source>Co&amp;mmitment</source>
        <translation>&amp;Vereinbarung</translation>
    </message>
    <message>
        <source>Show &amp;what supports this</source>
        <translation>&amp;Belege anzeigen</translation>
    </message>
    <message>
        <source>A&amp;ccept all changes</source>
        <translation>Alle Änderungen über&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Reject all changes</source>
        <translation>Alle Änderungen &amp;ablehnen</translation>
    </message>
    <message>
        <source>&amp;Edit details …</source>
        <translation>&amp;Details bearbeiten …</translation>
    </message>
    <message>
        <source>Edit c&amp;lient …</source>
        <translation>K&amp;lient bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Keep on this laptop …</source>
        <translation>Auf diesem La&amp;ptop behalten …</translation>
    </message>
    <message>
        <source>Keep the client on this laptop …</source>
        <translation>Klient auf diesem Laptop behalten …</translation>
    </message>
    <message>
        <source>&amp;Delete session …</source>
        <translation>Sitzung lös&amp;chen …</translation>
    </message>
    <message>
        <source>Delete client …</source>
        <translation>Klient löschen …</translation>
    </message>
    <message>
        <source>Go to the &amp;chat</source>
        <translation>Zum &amp;Chat</translation>
    </message>
    <message>
        <source>Ask about the &amp;selection</source>
        <translation>Zur &amp;Auswahl fragen</translation>
    </message>
    <message>
        <source>Choose &amp;who answers</source>
        <translation>Auswählen, &amp;wer antwortet</translation>
    </message>
    <message>
        <source>Ask the &amp;platform the same</source>
        <translation>Die &amp;Plattform dasselbe fragen</translation>
    </message>
    <message>
        <source>S&amp;top the reply</source>
        <translation>Antwort &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sitzungen</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>&amp;Transcript</source>
        <translation>&amp;Transkript</translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation>&amp;Versionen</translation>
    </message>
    <message>
        <source>&amp;Previous session</source>
        <translation>V&amp;orige Sitzung</translation>
    </message>
    <message>
        <source>&amp;Next session</source>
        <translation>&amp;Nächste Sitzung</translation>
    </message>
    <message>
        <source>Show or hide the &amp;chat</source>
        <translation>&amp;Chat ein- oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;Group the list</source>
        <translation>Liste &amp;gruppieren</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>&amp;Sign in …</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>Sign &amp;out …</source>
        <translation>A&amp;bmelden …</translation>
    </message>
    <message>
        <source>&amp;Back up …</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>&amp;Restore a backup …</source>
        <translation>Sicherung &amp;wiederherstellen …</translation>
    </message>
    <message>
        <source>Show recovery &amp;key …</source>
        <translation>Wiederherstellungssch&amp;lüssel anzeigen …</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Jetzt sperren</translation>
    </message>
    <message>
        <source>Lock and &amp;passphrase …</source>
        <translation>Sperre und &amp;Passphrase …</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Find an &amp;action …</source>
        <translation>A&amp;ktion suchen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Ready to &amp;travel …</source>
        <translation>Bereit für die &amp;Reise …</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>&amp;What happened: the log …</source>
        <translation>Was &amp;geschah: das Protokoll …</translation>
    </message>
    <message>
        <source>Show the &amp;log folder</source>
        <translation>&amp;Protokollordner anzeigen</translation>
    </message>
    <message>
        <source>A&amp;bout CoachDesk</source>
        <translation>Ü&amp;ber CoachDesk</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Import a transcript …</source>
        <translation>Transkript importieren …</translation>
    </message>
    <message>
        <source>New session …</source>
        <translation>Neue Sitzung …</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung geöffnet</translation>
    </message>
    <message>
        <source>Choose one on the left, or drop a transcript here.</source>
        <translation>Wählen Sie eine in der Liste, oder legen Sie hier ein Transkript ab.</translation>
    </message>
    <message>
        <source>Welcome to CoachDesk</source>
        <translation>Willkommen bei CoachDesk</translation>
    </message>
    <message>
        <source>Begin with a transcript of a session, dropped here, or with an empty page.</source>
        <translation>Beginnen Sie mit dem Transkript einer Sitzung, das Sie hier ablegen, oder mit einer leeren Seite.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>rules on this laptop — no model saw it</source>
        <translation>Regeln auf diesem Laptop — kein Modell hat es gesehen</translation>
    </message>
    <message>
        <source>{changes} suggested by {who}</source>
        <translation>{changes}, Vorschlag: {who}</translation>
    </message>
    <message>
        <source>The platform was asked the same. This stays here until it has answered.</source>
        <translation>Die Plattform wurde dasselbe gefragt. Dies bleibt hier, bis sie geantwortet hat.</translation>
    </message>
    <message>
        <source>{changes} in another text of this summary, {time}</source>
        <translation>{changes} in einem anderen Text dieser Zusammenfassung, {time}</translation>
    </message>
    <message>
        <source>{title} (1 of {n})</source>
        <translation>{title} (1 von {n})</translation>
    </message>
    <message>
        <source>Both changed the same lines; what only one changed is united. Both texts are kept as revisions.</source>
        <translation>Beide haben dieselben Zeilen geändert; was nur einer geändert hat, ist vereint. Beide Texte bleiben als Versionen erhalten.</translation>
    </message>
    <message>
        <source>{changes} made by the platform</source>
        <translation>{changes} der Plattform</translation>
    </message>
    <message>
        <source>“{text}”: {reason}</source>
        <translation>„{text}“: {reason}</translation>
    </message>
    <message>
        <source>Left as it was:</source>
        <translation>So gelassen, wie es war:</translation>
    </message>
    <message>
        <source>One change</source>
        <translation>Eine Änderung</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} Änderungen</translation>
    </message>
</context>
<context>
    <name>ChatDock</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Überarbeiten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabetaste)</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>Antwort stoppen</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Stoppen (Esc)</translation>
    </message>
    <message>
        <source>Ask about the whole summary</source>
        <translation>Zur ganzen Zusammenfassung fragen</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Kürzer</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Mach es kürzer.</translation>
    </message>
    <message>
        <source>Number the commitments</source>
        <translation>Vereinbarungen nummerieren</translation>
    </message>
    <message>
        <source>Number the commitments.</source>
        <translation>Nummeriere die Vereinbarungen.</translation>
    </message>
    <message>
        <source>Follow-up e-mail</source>
        <translation>E-Mail danach</translation>
    </message>
    <message>
        <source>Write the follow-up e-mail to the client.</source>
        <translation>Schreib die Follow-up-Mail an den Klienten.</translation>
    </message>
    <message>
        <source>Talk about the summary</source>
        <translation>Sprechen Sie über die Zusammenfassung</translation>
    </message>
    <message>
        <source>“Shorter.” “It was Tuesday.” “Write her the follow-up.”</source>
        <translation>„Kürzer.“ „Es war Dienstag.“ „Schreib ihr die Mail.“</translation>
    </message>
    <message>
        <source>Choose a session first.</source>
        <translation>Wählen Sie zuerst eine Sitzung.</translation>
    </message>
    <message>
        <source>About: “{text}”</source>
        <translation>Zu: „{text}“</translation>
    </message>
    <message>
        <source>No model sees this client’s text</source>
        <translation>Kein Modell sieht die Texte dieses Klienten</translation>
    </message>
</context>
<context>
    <name>ChatInput</name>
    <message>
        <source>Message to the assistant</source>
        <translation>Nachricht an den Assistenten</translation>
    </message>
    <message>
        <source>What should change?</source>
        <translation>Was soll sich ändern?</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Show earlier messages</source>
        <translation>Frühere Nachrichten anzeigen</translation>
    </message>
</context>
<context>
    <name>ClientDialog</name>
    <message>
        <source>New client</source>
        <translation>Neuer Klient</translation>
    </message>
    <message>
        <source>Edit client</source>
        <translation>Klient bearbeiten</translation>
    </message>
    <message>
        <source>Add client</source>
        <translation>Klient anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Platform or this laptop</source>
        <translation>Plattform oder dieser Laptop</translation>
    </message>
    <message>
        <source>Only the model on this laptop</source>
        <translation>Nur das Modell auf diesem Laptop</translation>
    </message>
    <message>
        <source>No model sees it</source>
        <translation>Kein Modell sieht es</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Please enter the client’s name.</source>
        <translation>Bitte geben Sie den Namen des Klienten ein.</translation>
    </message>
    <message>
        <source>The picture is still being read.</source>
        <translation>Das Bild wird noch gelesen.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>{name} was added.</source>
        <translation>{name} wurde angelegt.</translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation>{name} wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n sessions, with transcripts, summaries and chats, go from all your devices.</source>
        <translation>
            <numerusform>{name} und %n Sitzung mit Transkript, Zusammenfassung und Chat verschwinden von allen Ihren Geräten.</numerusform>
            <numerusform>{name} und %n Sitzungen mit Transkripten, Zusammenfassungen und Chats verschwinden von allen Ihren Geräten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete this client?</source>
        <translation>Diesen Klienten löschen?</translation>
    </message>
    <message>
        <source>Delete client</source>
        <translation>Klient löschen</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} wurde gelöscht.</translation>
    </message>
    <message>
        <source>The details were changed.</source>
        <translation>Die Angaben wurden geändert.</translation>
    </message>
    <message>
        <source>Delete this session?</source>
        <translation>Diese Sitzung löschen?</translation>
    </message>
    <message>
        <source>Its transcript, summary with all revisions, and chat go from all your devices.</source>
        <translation>Transkript, Zusammenfassung mit allen Versionen und Chat verschwinden von allen Ihren Geräten.</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>Sitzung löschen</translation>
    </message>
    <message>
        <source>The session was deleted.</source>
        <translation>Die Sitzung wurde gelöscht.</translation>
    </message>
    <message>
        <source>This session was deleted. What you wrote in it is in the outbox.</source>
        <translation>Diese Sitzung wurde gelöscht. Was Sie darin geschrieben haben, liegt im Postausgang.</translation>
    </message>
    <message>
        <source>This session was deleted.</source>
        <translation>Diese Sitzung wurde gelöscht.</translation>
    </message>
    <message>
        <source>“{what}” will not be sent. Later texts of the session are kept.</source>
        <translation>„{what}“ wird nicht gesendet. Spätere Texte der Sitzung bleiben erhalten.</translation>
    </message>
    <message>
        <source>“{what}” will not be sent. If it made a client or a session, all within goes with it.</source>
        <translation>„{what}“ wird nicht gesendet. Wenn damit ein Klient oder eine Sitzung angelegt wurde, verschwindet alles darin mit.</translation>
    </message>
    <message>
        <source>Discard this edit?</source>
        <translation>Diese Änderung verwerfen?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>WebVTT (*.vtt)</source>
        <translation>WebVTT (*.vtt)</translation>
    </message>
    <message>
        <source>E-mail (*.eml)</source>
        <translation>E-Mail (*.eml)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>This link does not lead to a web page, so it is not opened.</source>
        <translation>Dieser Link führt nicht auf eine Webseite und wird deshalb nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>It leads to {host} and opens in your browser.</source>
        <translation>Er führt zu {host} und öffnet sich in Ihrem Browser.</translation>
    </message>
    <message>
        <source>Open {host}</source>
        <translation>{host} öffnen</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es ließ sich kein Browser öffnen.</translation>
    </message>
</context>
<context>
    <name>CompareBanner</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Another device changed a line that you changed too. Both texts are kept.</source>
        <translation>Ein anderes Gerät hat eine Zeile geändert, die auch Sie geändert haben. Beide Texte bleiben erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>Another device changed %n places that you changed too. Both texts are kept.</source>
        <translation>
            <numerusform>Ein anderes Gerät hat %n Stelle geändert, die auch Sie geändert haben. Beide Texte bleiben erhalten.</numerusform>
            <numerusform>Ein anderes Gerät hat %n Stellen geändert, die auch Sie geändert haben. Beide Texte bleiben erhalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>DialogForm</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Ask the platform the same</source>
        <translation>Die Plattform dasselbe fragen</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Alle übernehmen</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Alle ablehnen</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Alle zurücknehmen</translation>
    </message>
    <message>
        <source>Take theirs everywhere</source>
        <translation>Überall deren Text nehmen</translation>
    </message>
    <message>
        <source>Keep mine everywhere</source>
        <translation>Überall meinen Text behalten</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Deren Text nehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n more changes come after these.</source>
        <translation>
            <numerusform>Danach folgt noch %n Änderung.</numerusform>
            <numerusform>Danach folgen noch %n Änderungen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Help: the handbook</source>
        <translation>Hilfe: das Handbuch</translation>
    </message>
    <message>
        <source>This machine has no keychain, so a passphrase protects your notes. CoachDesk asks for it.</source>
        <translation>Dieses Gerät hat keinen Schlüsselbund, deshalb schützt eine Passphrase Ihre Notizen. CoachDesk fragt danach.</translation>
    </message>
    <message>
        <source>Type the recovery key that was shown when this was set up. Then choose a new passphrase.</source>
        <translation>Geben Sie den Wiederherstellungsschlüssel ein, der beim Einrichten gezeigt wurde. Wählen Sie dann eine neue Passphrase.</translation>
    </message>
    <message>
        <source>The key is right. Choose a passphrase that protects your notes from now on.</source>
        <translation>Der Schlüssel stimmt. Wählen Sie eine Passphrase, die Ihre Notizen von jetzt an schützt.</translation>
    </message>
</context>
<context>
    <name>EngineChoice</name>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Dieser Laptop</translation>
    </message>
    <message>
        <source>{model} on this laptop</source>
        <translation>{model} auf diesem Laptop</translation>
    </message>
</context>
<context>
    <name>EvidenceMargin</name>
    <message>
        <source>Evidence in the transcript</source>
        <translation>Belege im Transkript</translation>
    </message>
    <message>
        <source>Nothing in the transcript supports this. Check it.</source>
        <translation>Im Transkript belegt das nichts. Bitte prüfen.</translation>
    </message>
    <message>
        <source>Said in line {n} of the transcript. Click to see it.</source>
        <translation>Gesagt in Zeile {n} des Transkripts. Klicken, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Said in lines {n} to {last} of the transcript. Click to see them.</source>
        <translation>Gesagt in den Zeilen {n} bis {last} des Transkripts. Klicken, um sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export one session</source>
        <translation>Eine Sitzung exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export %n sessions</source>
        <translation>
            <numerusform>%n Sitzung exportieren</numerusform>
            <numerusform>%n Sitzungen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>WebVTT captions</source>
        <translation>WebVTT-Untertitel</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Select some sessions in the list first, at most 1,000.</source>
        <translation>Wählen Sie zuerst Sitzungen in der Liste aus, höchstens 1.000.</translation>
    </message>
    <message>
        <source>Export into this folder</source>
        <translation>In diesen Ordner exportieren</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n sessions were exported.</source>
        <translation>
            <numerusform>{done} von %n Sitzung wurden exportiert.</numerusform>
            <numerusform>{done} von %n Sitzungen wurden exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pages are being laid out …</source>
        <translation>Die Seiten werden gesetzt …</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Look at it, then print once more.</source>
        <translation>Der Drucker hat die Seiten nicht angenommen. Sehen Sie nach ihm, und drucken Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The pages are with the printer.</source>
        <translation>Die Seiten sind beim Drucker.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Alle Klienten</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Nach Klient</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Nicht abgeglichen</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Jedes Schlagwort</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome to CoachDesk</source>
        <translation>Willkommen bei CoachDesk</translation>
    </message>
    <message>
        <source>Sign in to your platform, or work on this laptop alone and sign in whenever you like.</source>
        <translation>Melden Sie sich bei Ihrer Plattform an, oder arbeiten Sie nur auf diesem Laptop und melden Sie sich an, wann Sie möchten.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Work on this laptop only</source>
        <translation>Nur auf diesem Laptop arbeiten</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>Sicherung wiederherstellen …</translation>
    </message>
    <message>
        <source>Please enter the platform’s address, your name and your password.</source>
        <translation>Bitte geben Sie die Adresse der Plattform, Ihren Namen und Ihr Kennwort ein.</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>The diagnostics are on the clipboard. They hold no texts of your clients.</source>
        <translation>Die Diagnose ist in der Zwischenablage. Sie enthält keine Texte Ihrer Klienten.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>None: all stays on this laptop</source>
        <translation>Keine: alles bleibt auf diesem Laptop</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>None that can be chosen here</source>
        <translation>Keines, das hier gewählt werden kann</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>There is no log yet.</source>
        <translation>Es gibt noch kein Protokoll.</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>Das Protokoll liegt in {folder}.</translation>
    </message>
</context>
<context>
    <name>HunkCard</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Change {number}, {section}</source>
        <translation>Änderung {number}, {section}</translation>
    </message>
    <message>
        <source>Nothing stood here.</source>
        <translation>Hier stand nichts.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meins</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deren</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gelassen</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a transcript</source>
        <translation>Transkript importieren</translation>
    </message>
    <message>
        <source>Import transcripts</source>
        <translation>Transkripte importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Choose, or type a new name</source>
        <translation>Wählen oder neuen Namen eingeben</translation>
    </message>
    <message>
        <source>Into the session that is open</source>
        <translation>In die geöffnete Sitzung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>What the files will become</source>
        <translation>Was aus den Dateien wird</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message numerus="yes">
        <source>Not understood: %n. The reason is in the list.</source>
        <translation>
            <numerusform>Nicht verstanden: %n. Der Grund steht in der Liste.</numerusform>
            <numerusform>Nicht verstanden: %n. Die Gründe stehen in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where a file tells no day, it is today’s.</source>
        <translation>Wo eine Datei keinen Tag nennt, gilt der heutige.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n transcripts</source>
        <translation>
            <numerusform>%n Transkript importieren</numerusform>
            <numerusform>%n Transkripte importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Wird importiert …</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Kein Klient</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import transcripts</source>
        <translation>Transkripte importieren</translation>
    </message>
    <message>
        <source>Transcripts (*.txt *.vtt *.srt *.docx *.json *.pdf *.md)</source>
        <translation>Transkripte (*.txt *.vtt *.srt *.docx *.json *.pdf *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n files at once.</source>
        <translation>
            <numerusform>Wählen Sie höchstens %n Datei auf einmal.</numerusform>
            <numerusform>Wählen Sie höchstens %n Dateien auf einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The transcript was imported.</source>
        <translation>Das Transkript wurde importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n transcripts were imported.</source>
        <translation>
            <numerusform>%n Transkript wurde importiert.</numerusform>
            <numerusform>%n Transkripte wurden importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n transcripts were imported.</source>
        <translation>
            <numerusform>{done} von %n Transkript wurden importiert.</numerusform>
            <numerusform>{done} von %n Transkripten wurden importiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepBox</name>
    <message>
        <source>Keep on this laptop: it is never sent</source>
        <translation>Auf diesem Laptop behalten: wird nie gesendet</translation>
    </message>
    <message>
        <source>Nothing of {what} is sent any more: not to the platform, not to your other devices. What they have of it is deleted there. Make backups: no other copy exists.</source>
        <translation>Von {what} wird nichts mehr gesendet: nicht an die Plattform und nicht an Ihre anderen Geräte. Was dort davon liegt, wird gelöscht. Machen Sie Sicherungen: Es gibt keine andere Kopie.</translation>
    </message>
    <message>
        <source>It is sent to the platform and to your other devices as soon as there is a connection.</source>
        <translation>Es wird an die Plattform und an Ihre anderen Geräte gesendet, sobald eine Verbindung besteht.</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Correct this line</source>
        <translation>Diese Zeile korrigieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>Please enter what was said.</source>
        <translation>Bitte geben Sie ein, was gesagt wurde.</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Lock and passphrase</source>
        <translation>Sperre und Passphrase</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>nie von selbst</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>Lock when idle for</source>
        <translation>Sperren nach Untätigkeit von</translation>
    </message>
    <message>
        <source>Use the keychain instead of a passphrase</source>
        <translation>Schlüsselbund statt Passphrase benutzen</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Die beiden stimmen nicht überein. Geben Sie beide noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>CoachDesk is locked</source>
        <translation>CoachDesk ist gesperrt</translation>
    </message>
    <message>
        <source>Type your passphrase. Nothing is sent or received until then.</source>
        <translation>Geben Sie Ihre Passphrase ein. Bis dahin wird nichts gesendet oder empfangen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Wiederherstellungsschlüssel benutzen</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log of CoachDesk</source>
        <translation>Protokoll von CoachDesk</translation>
    </message>
    <message>
        <source>What CoachDesk did, without any text of your clients. Whoever helps you may ask for it.</source>
        <translation>Was CoachDesk getan hat, ohne jeden Text Ihrer Klienten. Wer Ihnen hilft, fragt vielleicht danach.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Only files from this computer can be imported.</source>
        <translation>Nur Dateien von diesem Computer können importiert werden.</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Not on the platform yet</source>
        <translation>Noch nicht auf der Plattform</translation>
    </message>
    <message>
        <source>More about this message</source>
        <translation>Mehr zu dieser Nachricht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>Bearbeiten und senden</translation>
    </message>
    <message>
        <source>Answer again on the platform</source>
        <translation>Noch einmal von der Plattform</translation>
    </message>
    <message>
        <source>CoachDesk</source>
        <translation>CoachDesk</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>A reply about {name} has arrived.</source>
        <translation>Eine Antwort zu {name} ist da.</translation>
    </message>
    <message>
        <source>A reply has arrived.</source>
        <translation>Eine Antwort ist da.</translation>
    </message>
    <message>
        <source>The platform refused an edit. It waits for your decision.</source>
        <translation>Die Plattform hat eine Änderung abgelehnt. Sie wartet auf Ihre Entscheidung.</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Rules on this laptop — no model saw it</source>
        <translation>Regeln auf diesem Laptop — kein Modell hat es gesehen</translation>
    </message>
    <message>
        <source>{model} on this laptop — check this</source>
        <translation>{model} auf diesem Laptop — bitte prüfen</translation>
    </message>
    <message>
        <source>{model} on this laptop</source>
        <translation>{model} auf diesem Laptop</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Edit</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sent, no answer yet</source>
        <translation>Gesendet, noch keine Antwort</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Kept on this laptop</source>
        <translation>Bleibt auf diesem Laptop</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Edits that wait</source>
        <translation>Wartende Änderungen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Every edit that you made is on the platform.</source>
        <translation>Alle Ihre Änderungen sind auf der Plattform.</translation>
    </message>
    <message>
        <source>Back to the session</source>
        <translation>Zurück zur Sitzung</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The platform refused some edits. Their texts are safe here; decide about each.</source>
        <translation>Die Plattform hat einige Änderungen abgelehnt. Ihre Texte sind hier sicher; entscheiden Sie über jede.</translation>
    </message>
    <message>
        <source>These edits are stored on this laptop. They go to the platform in order once it is there.</source>
        <translation>Diese Änderungen sind auf diesem Laptop gespeichert. Sie gehen der Reihe nach an die Plattform, sobald sie erreichbar ist.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are listed.</source>
        <translation>
            <numerusform>Aufgeführt ist die erste %n.</numerusform>
            <numerusform>Aufgeführt sind die ersten %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Der Text ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>This edit holds no text.</source>
        <translation>Diese Änderung enthält keinen Text.</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Actions and shortcuts</source>
        <translation>Aktionen und Tastenkürzel</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Choose a printer …</source>
        <translation>Drucker wählen …</translation>
    </message>
    <message>
        <source>The summary is printed.</source>
        <translation>Die Zusammenfassung wird gedruckt.</translation>
    </message>
    <message numerus="yes">
        <source>The transcript too: %n lines</source>
        <translation>
            <numerusform>Auch das Transkript: %n Zeile</numerusform>
            <numerusform>Auch das Transkript: %n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen for “{name}”.</source>
        <translation>Geben Sie die Passphrase ein, die für „{name}“ gewählt wurde.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Die beiden stimmen nicht überein. Geben Sie beide noch einmal ein.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Bitte geben Sie die Passphrase ein.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Wählen Sie eine Passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Die beiden stimmen nicht überein. Geben Sie beide noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>PhotoField</name>
    <message>
        <source>Choose a picture …</source>
        <translation>Bild wählen …</translation>
    </message>
    <message>
        <source>Or drop one here</source>
        <translation>Oder hier ablegen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>This is not a file. Choose a PNG, JPEG or WebP picture.</source>
        <translation>Das ist keine Datei. Wählen Sie ein PNG-, JPEG- oder WebP-Bild.</translation>
    </message>
    <message>
        <source>The picture cannot be opened: check that it is still there and that you may read it.</source>
        <translation>Das Bild lässt sich nicht öffnen: Prüfen Sie, ob es noch da ist und Sie es lesen dürfen.</translation>
    </message>
    <message>
        <source>This picture is larger than 30 MB. Choose a smaller one.</source>
        <translation>Dieses Bild ist größer als 30 MB. Wählen Sie ein kleineres.</translation>
    </message>
    <message>
        <source>This is not a picture that CoachDesk can read. Choose a PNG, JPEG or WebP picture.</source>
        <translation>Das ist kein Bild, das CoachDesk lesen kann. Wählen Sie ein PNG-, JPEG- oder WebP-Bild.</translation>
    </message>
    <message>
        <source>This picture has too many pixels. Choose a smaller one.</source>
        <translation>Dieses Bild hat zu viele Pixel. Wählen Sie ein kleineres.</translation>
    </message>
    <message>
        <source>This picture is broken and cannot be shown. Choose another one.</source>
        <translation>Dieses Bild ist beschädigt und kann nicht gezeigt werden. Wählen Sie ein anderes.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Replies and refusals</source>
        <translation>Antworten und Ablehnungen</translation>
    </message>
    <message>
        <source>The same, with the name</source>
        <translation>Dasselbe, mit Namen</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Benachrichtigen über</translation>
    </message>
    <message>
        <source>Look once a day and tell me</source>
        <translation>Einmal am Tag nachsehen und mir sagen</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Open your notes again</source>
        <translation>Öffnen Sie Ihre Notizen wieder</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyPage</name>
    <message>
        <source>Your recovery key</source>
        <translation>Ihr Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Your notes are encrypted. If this laptop’s keychain or your passphrase is lost, only this key opens them. Write it down, or save it somewhere else than on this laptop.</source>
        <translation>Ihre Notizen sind verschlüsselt. Wenn der Schlüsselbund dieses Laptops oder Ihre Passphrase verloren geht, öffnet nur dieser Schlüssel sie. Schreiben Sie ihn auf, oder speichern Sie ihn woanders als auf diesem Laptop.</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>I have it, go on</source>
        <translation>Ich habe ihn, weiter</translation>
    </message>
    <message>
        <source>Later (Account → Show recovery key)</source>
        <translation>Später (Konto → Wiederherstellungsschlüssel anzeigen)</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>I added “{0}”.</source>
        <translation>Ich habe „{0}“ hinzugefügt.</translation>
    </message>
    <message>
        <source>I added “{0}” to {1}.</source>
        <translation>Ich habe „{0}“ zu {1} hinzugefügt.</translation>
    </message>
    <message>
        <source>I added a section “{0}”.</source>
        <translation>Ich habe einen Abschnitt „{0}“ hinzugefügt.</translation>
    </message>
    <message>
        <source>I added a section “{0}” with “{1}”.</source>
        <translation>Ich habe einen Abschnitt „{0}“ mit „{1}“ hinzugefügt.</translation>
    </message>
    <message>
        <source>I changed “{0}” to “{1}”.</source>
        <translation>Ich habe „{0}“ in „{1}“ geändert.</translation>
    </message>
    <message>
        <source>I corrected “{0}” to “{1}”.</source>
        <translation>Ich habe „{0}“ zu „{1}“ korrigiert.</translation>
    </message>
    <message>
        <source>I removed “{0}”.</source>
        <translation>Ich habe „{0}“ entfernt.</translation>
    </message>
    <message>
        <source>I removed the section “{0}”.</source>
        <translation>Ich habe den Abschnitt „{0}“ entfernt.</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} (once).</source>
        <translation>Ich habe {0} in {1} umbenannt (einmal).</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} (twice).</source>
        <translation>Ich habe {0} in {1} umbenannt (zweimal).</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} ({2} times).</source>
        <translation>Ich habe {0} in {1} umbenannt ({2}-mal).</translation>
    </message>
    <message>
        <source>I renamed the section “{0}” to “{1}”.</source>
        <translation>Ich habe den Abschnitt „{0}“ in „{1}“ umbenannt.</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}”.</source>
        <translation>Ich habe „{0}“ durch „{1}“ ersetzt.</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” (once).</source>
        <translation>Ich habe „{0}“ durch „{1}“ ersetzt (einmal).</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” (twice).</source>
        <translation>Ich habe „{0}“ durch „{1}“ ersetzt (zweimal).</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” ({2} times).</source>
        <translation>Ich habe „{0}“ durch „{1}“ ersetzt ({2}-mal).</translation>
    </message>
    <message>
        <source>I shortened the summary: from {0} to {1} words.</source>
        <translation>Ich habe die Zusammenfassung gekürzt: von {0} auf {1} Wörter.</translation>
    </message>
    <message>
        <source>I shortened {0}: from {1} to {2} words.</source>
        <translation>Ich habe {0} gekürzt: von {1} auf {2} Wörter.</translation>
    </message>
    <message>
        <source>I shortened “{0}”.</source>
        <translation>Ich habe „{0}“ gekürzt.</translation>
    </message>
    <message>
        <source>I numbered {0}.</source>
        <translation>Ich habe {0} nummeriert.</translation>
    </message>
    <message>
        <source>I gave checkboxes to {0}.</source>
        <translation>Ich habe {0} Kästchen gegeben.</translation>
    </message>
    <message>
        <source>I put into bullets: {0}.</source>
        <translation>Ich habe Aufzählungspunkte gesetzt: {0}.</translation>
    </message>
    <message>
        <source>I merged into one paragraph: {0}.</source>
        <translation>Ich habe zu einem Absatz vereint: {0}.</translation>
    </message>
    <message>
        <source>I marked “{0}” as done.</source>
        <translation>Ich habe „{0}“ als erledigt markiert.</translation>
    </message>
    <message>
        <source>I marked “{0}” as open.</source>
        <translation>Ich habe „{0}“ als offen markiert.</translation>
    </message>
    <message>
        <source>I split it into {0} items.</source>
        <translation>Ich habe es in {0} Punkte geteilt.</translation>
    </message>
    <message>
        <source>I moved “{0}”.</source>
        <translation>Ich habe „{0}“ verschoben.</translation>
    </message>
    <message>
        <source>I swapped the two items.</source>
        <translation>Ich habe die beiden Punkte vertauscht.</translation>
    </message>
    <message>
        <source>I put the sections in that order.</source>
        <translation>Ich habe die Abschnitte in diese Reihenfolge gebracht.</translation>
    </message>
    <message>
        <source>I sorted the list.</source>
        <translation>Ich habe die Liste sortiert.</translation>
    </message>
    <message>
        <source>I sorted the sections.</source>
        <translation>Ich habe die Abschnitte sortiert.</translation>
    </message>
    <message>
        <source>I reversed the order.</source>
        <translation>Ich habe die Reihenfolge umgekehrt.</translation>
    </message>
    <message>
        <source>I emphasised the headings.</source>
        <translation>Ich habe die Überschriften hervorgehoben.</translation>
    </message>
    <message>
        <source>I took the emphasis out.</source>
        <translation>Ich habe die Hervorhebungen entfernt.</translation>
    </message>
    <message>
        <source>The summary has {0} words.</source>
        <translation>Die Zusammenfassung hat {0} Wörter.</translation>
    </message>
    <message>
        <source>The summary has {0} bullets.</source>
        <translation>Die Zusammenfassung hat {0} Aufzählungspunkte.</translation>
    </message>
    <message>
        <source>The summary already reads that way.</source>
        <translation>So steht es schon in der Zusammenfassung.</translation>
    </message>
    <message>
        <source>It has that form already, so I left it as it was.</source>
        <translation>Es hat diese Form schon, deshalb habe ich es so gelassen.</translation>
    </message>
    <message>
        <source>It stands in that order already.</source>
        <translation>Es steht schon in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>No longer in the summary: {0}.</source>
        <translation>Nicht mehr in der Zusammenfassung: {0}.</translation>
    </message>
    <message>
        <source>That is not in the summary: it does not mention {0}.</source>
        <translation>Das steht nicht in der Zusammenfassung: Sie erwähnt {0} nicht.</translation>
    </message>
    <message>
        <source>That is not in the summary: it does not say anything about it.</source>
        <translation>Das steht nicht in der Zusammenfassung: Sie sagt nichts dazu.</translation>
    </message>
    <message>
        <source>There is a section “{0}” already, so I left the summary as it was.</source>
        <translation>Es gibt schon einen Abschnitt „{0}“, deshalb habe ich die Zusammenfassung gelassen, wie sie war.</translation>
    </message>
    <message>
        <source>There is no emphasis in the summary.</source>
        <translation>In der Zusammenfassung ist nichts hervorgehoben.</translation>
    </message>
    <message>
        <source>There is nothing of that kind in the summary.</source>
        <translation>So etwas gibt es in der Zusammenfassung nicht.</translation>
    </message>
    <message>
        <source>There is nothing of that kind in the summary, so I left it as it was.</source>
        <translation>So etwas gibt es in der Zusammenfassung nicht, deshalb habe ich sie so gelassen.</translation>
    </message>
    <message>
        <source>I found no such name in the summary, so I left it as it was.</source>
        <translation>Ich habe keinen solchen Namen in der Zusammenfassung gefunden, deshalb habe ich sie so gelassen.</translation>
    </message>
    <message>
        <source>I found nothing in the summary that “{0}” names, so I left it as it was.</source>
        <translation>Ich habe in der Zusammenfassung nichts gefunden, was „{0}“ nennt, deshalb habe ich sie so gelassen.</translation>
    </message>
    <message>
        <source>I found nothing that could go without losing something, so I left it as it was.</source>
        <translation>Ich habe nichts gefunden, was ohne Verlust wegfallen könnte, deshalb habe ich es so gelassen.</translation>
    </message>
    <message>
        <source>I wrote no e-mail: the summary holds no commitments and no next session.</source>
        <translation>Ich habe keine E-Mail geschrieben: Die Zusammenfassung enthält keine Vereinbarungen und keine nächste Sitzung.</translation>
    </message>
    <message>
        <source>I did not understand “{0}” and did nothing about it.</source>
        <translation>Ich habe „{0}“ nicht verstanden und nichts damit getan.</translation>
    </message>
    <message>
        <source>I did not understand “{0}”, so I left the summary as it was. Try one change at a time, such as “make it shorter”, “rename Anna to Anne” or “add a commitment: call Tom on Monday”.</source>
        <translation>Ich habe „{0}“ nicht verstanden und die Zusammenfassung gelassen, wie sie war. Versuchen Sie eine Änderung auf einmal, zum Beispiel „mach es kürzer“, „nummeriere die Vereinbarungen“ oder „füge eine Vereinbarung hinzu: Tom am Montag anrufen“.</translation>
    </message>
    <message>
        <source>I did not find the selected words any more, so I worked on the whole summary.</source>
        <translation>Ich habe die ausgewählten Wörter nicht mehr gefunden und deshalb an der ganzen Zusammenfassung gearbeitet.</translation>
    </message>
    <message>
        <source>Tell me what to change in the summary, or ask me something about it.</source>
        <translation>Sagen Sie mir, was ich an der Zusammenfassung ändern soll, oder fragen Sie mich etwas dazu.</translation>
    </message>
    <message>
        <source>The model on this laptop failed, so I used the rules alone.</source>
        <translation>Das Modell auf diesem Laptop hat versagt, deshalb habe ich nur die Regeln benutzt.</translation>
    </message>
    <message>
        <source>I left the summary as it was: every change that this asked for failed a check.</source>
        <translation>Ich habe die Zusammenfassung gelassen, wie sie war: Jede Änderung, die dafür nötig war, hat eine Prüfung nicht bestanden.</translation>
    </message>
    <message>
        <source>I left the summary as it was: this would leave nothing of it. Delete the session if you want it gone.</source>
        <translation>Ich habe die Zusammenfassung gelassen, wie sie war: Es bliebe nichts von ihr übrig. Löschen Sie die Sitzung, wenn sie verschwinden soll.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I only edit this summary and answer questions about it.</source>
        <translation>Ich habe die Zusammenfassung gelassen, wie sie war: Ich bearbeite nur diese Zusammenfassung und beantworte Fragen dazu.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I edit this summary and answer questions about it; I cannot do this.</source>
        <translation>Ich habe die Zusammenfassung gelassen, wie sie war: Ich bearbeite diese Zusammenfassung und beantworte Fragen dazu; das hier kann ich nicht.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I add only what the transcript, the summary or you say is so, and nothing invented.</source>
        <translation>Ich habe die Zusammenfassung gelassen, wie sie war: Ich füge nur hinzu, was das Transkript, die Zusammenfassung oder Sie sagen, und nichts Erfundenes.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I do not write what insults or harms people.</source>
        <translation>Ich habe die Zusammenfassung gelassen, wie sie war: Ich schreibe nichts, was Menschen beleidigt oder ihnen schadet.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I make no diagnosis and give no medical advice. It does not say anything of the kind.</source>
        <translation>Ich habe die Zusammenfassung gelassen, wie sie war: Ich stelle keine Diagnosen und gebe keinen medizinischen Rat. Sie sagt nichts dergleichen.</translation>
    </message>
    <message>
        <source>I left this as it was: the summary before the last change is in its list of revisions, and Undo in the window brings it back.</source>
        <translation>Ich habe das so gelassen: Die Zusammenfassung vor der letzten Änderung steht unter den Versionen, und Zurücknehmen im Fenster holt sie zurück.</translation>
    </message>
</context>
<context>
    <name>RevisionsView</name>
    <message>
        <source>Revisions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Select two to compare them</source>
        <translation>Wählen Sie zwei aus, um sie zu vergleichen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Against the one before</source>
        <translation>Mit der vorigen</translation>
    </message>
    <message>
        <source>Against the current</source>
        <translation>Mit der aktuellen</translation>
    </message>
    <message>
        <source>Restore this text</source>
        <translation>Diesen Text wiederherstellen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Every text of the summary will be kept here, with who wrote it and when.</source>
        <translation>Hier wird jeder Text der Zusammenfassung aufbewahrt, mit Verfasser und Zeit.</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>zusammengeführt</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search sessions</source>
        <translation>Sitzungen durchsuchen</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A client needs a name.</source>
        <translation>Ein Klient braucht einen Namen.</translation>
    </message>
    <message>
        <source>A new summary of the whole transcript ({0} % of it was read).</source>
        <translation>Eine neue Zusammenfassung des ganzen Transkripts ({0} % davon wurden gelesen).</translation>
    </message>
    <message>
        <source>A part of the data on this disk was damaged; it was set aside as {0}.</source>
        <translation>Ein Teil der Daten auf diesem Datenträger war beschädigt; er wurde als {0} beiseitegelegt.</translation>
    </message>
    <message>
        <source>A reply is still being written. Stop it first, or wait for it.</source>
        <translation>Es wird noch eine Antwort geschrieben. Stoppen Sie sie zuerst, oder warten Sie.</translation>
    </message>
    <message>
        <source>A session cannot be exported in that format: choose one of {0}.</source>
        <translation>In diesem Format lässt sich eine Sitzung nicht exportieren: Wählen Sie eines von {0}.</translation>
    </message>
    <message>
        <source>A summary can have at most 256 KB. Shorten it, or keep the rest in another session.</source>
        <translation>Eine Zusammenfassung darf höchstens 256 KB haben. Kürzen Sie sie, oder bewahren Sie den Rest in einer anderen Sitzung auf.</translation>
    </message>
    <message>
        <source>A summary is already being written. Stop it first, or wait for it.</source>
        <translation>Es wird schon eine Zusammenfassung geschrieben. Stoppen Sie sie zuerst, oder warten Sie.</translation>
    </message>
    <message>
        <source>A transcript is not on this laptop yet. Connect to the platform once, and try again.</source>
        <translation>Ein Transkript ist noch nicht auf diesem Laptop. Verbinden Sie sich einmal mit der Plattform, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>AI policy</source>
        <translation>KI-Regel</translation>
    </message>
    <message>
        <source>All edits that were waiting could be read and are still here.</source>
        <translation>Alle wartenden Änderungen konnten gelesen werden und sind noch da.</translation>
    </message>
    <message>
        <source>An earlier edit of this session has to be settled first.</source>
        <translation>Zuerst muss eine frühere Änderung dieser Sitzung geklärt werden.</translation>
    </message>
    <message>
        <source>An edit of a session names no session; please report this.</source>
        <translation>Eine Änderung einer Sitzung nennt keine Sitzung; bitte melden Sie das.</translation>
    </message>
    <message>
        <source>Another CoachDesk is busy opening this data; try again in a minute.</source>
        <translation>Ein anderes CoachDesk öffnet gerade diese Daten; versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Another CoachDesk is renewing the sign-in. It is tried again soon.</source>
        <translation>Ein anderes CoachDesk erneuert gerade die Anmeldung. Es wird bald wieder versucht.</translation>
    </message>
    <message>
        <source>Another device changed this in the meantime.</source>
        <translation>Ein anderes Gerät hat das inzwischen geändert.</translation>
    </message>
    <message>
        <source>Another program is busy with CoachDesk&apos;s data, so this was not saved; try again.</source>
        <translation>Ein anderes Programm ist mit den Daten von CoachDesk beschäftigt, deshalb wurde das nicht gespeichert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another version of CoachDesk was installed. Close CoachDesk and start it again; what you wrote is saved.</source>
        <translation>Eine andere Version von CoachDesk wurde installiert. Schließen Sie CoachDesk und starten Sie es neu; was Sie geschrieben haben, ist gespeichert.</translation>
    </message>
    <message>
        <source>COACHDESK_TOKEN is set, but not the platform&apos;s address. Set COACHDESK_SERVER too.</source>
        <translation>COACHDESK_TOKEN ist gesetzt, aber nicht die Adresse der Plattform. Setzen Sie auch COACHDESK_SERVER.</translation>
    </message>
    <message>
        <source>COACHDESK_TOKEN says who you are; start CoachDesk without it to sign in.</source>
        <translation>COACHDESK_TOKEN sagt, wer Sie sind; starten Sie CoachDesk ohne es, um sich anzumelden.</translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation>Geändert: {0}</translation>
    </message>
    <message>
        <source>Changed: {0} and {1}</source>
        <translation>Geändert: {0} und {1}</translation>
    </message>
    <message>
        <source>Changed: {0}, {1} and {2}</source>
        <translation>Geändert: {0}, {1} und {2}</translation>
    </message>
    <message>
        <source>Changed: {0}, {1} and {2} more</source>
        <translation>Geändert: {0}, {1} und {2} weitere Angaben</translation>
    </message>
    <message>
        <source>Charge it before you leave.</source>
        <translation>Laden Sie ihn vor der Abreise.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Choose a passphrase of at least {0} characters; a few words are easy to remember.</source>
        <translation>Wählen Sie eine Passphrase von mindestens {0} Zeichen; ein paar Wörter merkt man sich leicht.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another with: coachdesk model use NAME.</source>
        <translation>Wählen Sie ein anderes mit: coachdesk model use NAME.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model with: coachdesk model use NAME.</source>
        <translation>Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell mit: coachdesk model use NAME.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>CoachDesk does not send notes over plain http. Use the https:// address of the platform.</source>
        <translation>CoachDesk sendet keine Notizen über unverschlüsseltes http. Benutzen Sie die https://-Adresse der Plattform.</translation>
    </message>
    <message>
        <source>CoachDesk is closing, so this was not saved; start it again.</source>
        <translation>CoachDesk wird gerade beendet, deshalb wurde das nicht gespeichert; starten Sie es noch einmal.</translation>
    </message>
    <message>
        <source>CoachDesk is closing; start it again.</source>
        <translation>CoachDesk wird gerade beendet; starten Sie es noch einmal.</translation>
    </message>
    <message>
        <source>CoachDesk is locked. Type your passphrase.</source>
        <translation>CoachDesk ist gesperrt. Geben Sie Ihre Passphrase ein.</translation>
    </message>
    <message>
        <source>CoachDesk may not write to its folder; check the permissions of the disk and try again.</source>
        <translation>CoachDesk darf nicht in seinen Ordner schreiben; prüfen Sie die Rechte auf dem Datenträger, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>CoachDesk may not write to its folder; check the permissions of the disk.</source>
        <translation>CoachDesk darf nicht in seinen Ordner schreiben; prüfen Sie die Rechte auf dem Datenträger.</translation>
    </message>
    <message>
        <source>CoachDesk {0} is there.{1} Read more and get it at {2}</source>
        <translation>CoachDesk {0} ist da.{1} Mehr dazu und zum Herunterladen: {2}</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s data cannot be opened; check that its folder is there and may be written.</source>
        <translation>Die Daten von CoachDesk lassen sich nicht öffnen; prüfen Sie, ob der Ordner da ist und beschrieben werden darf.</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s data on this disk is damaged; start it again, and it saves all that can still be read.</source>
        <translation>Die Daten von CoachDesk auf diesem Datenträger sind beschädigt; starten Sie es noch einmal, dann rettet es alles, was noch lesbar ist.</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s folder cannot be made; check the disk and its permissions.</source>
        <translation>Der Ordner von CoachDesk lässt sich nicht anlegen; prüfen Sie den Datenträger und seine Rechte.</translation>
    </message>
    <message>
        <source>Decide about each in the outbox.</source>
        <translation>Entscheiden Sie im Postausgang über jede.</translation>
    </message>
    <message>
        <source>Go online and run: coachdesk sync.</source>
        <translation>Gehen Sie online, und geben Sie ein: coachdesk sync.</translation>
    </message>
    <message>
        <source>Go online and run: coachdesk travel-check.</source>
        <translation>Gehen Sie online, und geben Sie ein: coachdesk travel-check.</translation>
    </message>
    <message>
        <source>Go online, and sync.</source>
        <translation>Gehen Sie online, und synchronisieren Sie.</translation>
    </message>
    <message>
        <source>Go online, sync, and look again.</source>
        <translation>Gehen Sie online, synchronisieren Sie, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>Look at them with: coachdesk queue.</source>
        <translation>Sehen Sie sie an mit: coachdesk queue.</translation>
    </message>
    <message>
        <source>Make room: CoachDesk wants 1 GB for what it keeps while offline.</source>
        <translation>Schaffen Sie Platz: CoachDesk braucht 1 GB für das, was es ohne Verbindung bereithält.</translation>
    </message>
    <message>
        <source>Memory is too short for {0}, so {1} answers on this laptop. Close other programs to use the larger one.</source>
        <translation>Der Arbeitsspeicher reicht nicht für {0}, deshalb antwortet auf diesem Laptop {1}. Schließen Sie andere Programme, um das größere zu benutzen.</translation>
    </message>
    <message>
        <source>Memory is too short for {0}. Close other programs, or choose a smaller model.</source>
        <translation>Der Arbeitsspeicher reicht nicht für {0}. Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Klient</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>No refused edit has this id; the list of waiting edits shows those there are.</source>
        <translation>Keine abgelehnte Änderung hat diese Kennung; die Liste der wartenden Änderungen zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>No waiting edit has this id; the list of waiting edits shows those there are.</source>
        <translation>Keine wartende Änderung hat diese Kennung; die Liste der wartenden Änderungen zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this laptop.</source>
        <translation>Auf diesem Laptop ist niemand angemeldet.</translation>
    </message>
    <message>
        <source>Nothing can be said about newer versions at the moment.</source>
        <translation>Über neuere Versionen lässt sich gerade nichts sagen.</translation>
    </message>
    <message>
        <source>Nothing changed any more</source>
        <translation>Nichts mehr geändert</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nichts wartet darauf, gesendet zu werden.</translation>
    </message>
    <message>
        <source>Offline · everything is on this laptop</source>
        <translation>Offline · alles ist auf diesem Laptop</translation>
    </message>
    <message>
        <source>Offline · {0}</source>
        <translation>Offline · {0}</translation>
    </message>
    <message>
        <source>On this laptop only</source>
        <translation>Nur auf diesem Laptop</translation>
    </message>
    <message>
        <source>On this laptop {0} would write better than {1}, the model that came along. Get it{2} with: coachdesk model {3} {4}</source>
        <translation>Auf diesem Laptop würde {0} besser schreiben als {1}, das mitgelieferte Modell. Sie erhalten es{2} mit: coachdesk model {3} {4}</translation>
    </message>
    <message>
        <source>On this laptop · the platform answers in the chat</source>
        <translation>Auf diesem Laptop · die Plattform antwortet im Chat</translation>
    </message>
    <message>
        <source>One of the client&apos;s fields has a value that is too long or of the wrong kind.</source>
        <translation>Ein Feld des Klienten hat einen Wert, der zu lang oder von der falschen Art ist.</translation>
    </message>
    <message>
        <source>One of the session&apos;s fields has a value that is too long or of the wrong kind.</source>
        <translation>Ein Feld der Sitzung hat einen Wert, der zu lang oder von der falschen Art ist.</translation>
    </message>
    <message>
        <source>Question to the platform</source>
        <translation>Frage an die Plattform</translation>
    </message>
    <message>
        <source>Reply in the chat</source>
        <translation>Antwort im Chat</translation>
    </message>
    <message>
        <source>Rules on this laptop answer, no model sees it</source>
        <translation>Regeln auf diesem Laptop antworten, kein Modell sieht es</translation>
    </message>
    <message>
        <source>Signed in to {0}.</source>
        <translation>Angemeldet bei {0}.</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Abgemeldet.</translation>
    </message>
    <message>
        <source>Something went wrong in CoachDesk itself. Your work is safe; please try again.</source>
        <translation>In CoachDesk selbst ist etwas schiefgegangen. Ihre Arbeit ist sicher; bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Stopped. If the platform answers all the same, its words appear here.</source>
        <translation>Gestoppt. Wenn die Plattform trotzdem antwortet, erscheinen ihre Worte hier.</translation>
    </message>
    <message>
        <source>Stopped. The summary is as it was.</source>
        <translation>Gestoppt. Die Zusammenfassung ist, wie sie war.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Summarising</source>
        <translation>Wird zusammengefasst</translation>
    </message>
    <message>
        <source>Summary approved</source>
        <translation>Zusammenfassung freigegeben</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Syncing stopped because of a defect. Restart CoachDesk; your edits are safe.</source>
        <translation>Der Abgleich hat wegen eines Fehlers angehalten. Starten Sie CoachDesk neu; Ihre Änderungen sind sicher.</translation>
    </message>
    <message>
        <source>Syncing · {0}</source>
        <translation>Wird abgeglichen · {0}</translation>
    </message>
    <message>
        <source>The address answers, but not as a platform. Check it; on a guest Wi-Fi, sign in there first.</source>
        <translation>Die Adresse antwortet, aber nicht als Plattform. Prüfen Sie sie; in einem Gäste-WLAN melden Sie sich zuerst dort an.</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>Die Sicherung wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>The battery is at {0} %.</source>
        <translation>Der Akku steht bei {0} %.</translation>
    </message>
    <message>
        <source>The certificates that COACHDESK_CA names cannot be read. Check the file; your edits wait here.</source>
        <translation>Die Zertifikate, die COACHDESK_CA nennt, lassen sich nicht lesen. Prüfen Sie die Datei; Ihre Änderungen warten hier.</translation>
    </message>
    <message>
        <source>The choice of the model could not be stored ({0}).</source>
        <translation>Die Wahl des Modells konnte nicht gespeichert werden ({0}).</translation>
    </message>
    <message>
        <source>The client&apos;s AI policy does not allow this.</source>
        <translation>Die KI-Regel des Klienten erlaubt das nicht.</translation>
    </message>
    <message>
        <source>The connection dropped. Your edits wait on this laptop.</source>
        <translation>Die Verbindung ist abgebrochen. Ihre Änderungen warten auf diesem Laptop.</translation>
    </message>
    <message>
        <source>The date of a session is written YYYY-MM-DD, like 2026-05-12.</source>
        <translation>Das Datum einer Sitzung wird JJJJ-MM-TT geschrieben, etwa 2026-05-12.</translation>
    </message>
    <message>
        <source>The disk did not do what CoachDesk asked, so this was not saved; check it and try again.</source>
        <translation>Der Datenträger hat nicht getan, was CoachDesk verlangt hat, deshalb wurde das nicht gespeichert; prüfen Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved; make some room and try again.</source>
        <translation>Der Datenträger ist voll, deshalb wurde das nicht gespeichert; schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full, so “{0}” was not written: make room and export again.</source>
        <translation>Der Datenträger ist voll, deshalb wurde „{0}“ nicht geschrieben: Schaffen Sie Platz, und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The disk is too slow to save the last edits; they are kept until CoachDesk starts again.</source>
        <translation>Der Datenträger ist zu langsam, um die letzten Änderungen zu speichern; sie bleiben erhalten, bis CoachDesk wieder startet.</translation>
    </message>
    <message>
        <source>The download was cut off. What has arrived is kept: try again when the connection is better.</source>
        <translation>Das Herunterladen wurde unterbrochen. Was angekommen ist, bleibt: Versuchen Sie es wieder, wenn die Verbindung besser ist.</translation>
    </message>
    <message>
        <source>The file was read as {0}; check letters with accents.</source>
        <translation>Die Datei wurde als {0} gelesen; prüfen Sie Umlaute und Akzente.</translation>
    </message>
    <message>
        <source>The grammar of this request cannot be read.</source>
        <translation>Die Grammatik dieser Anfrage lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The hub does not have {0} (it says {1}). Choose another model.</source>
        <translation>Der Hub hat {0} nicht (er sagt {1}). Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The hub sends from address to address without an end. Try again later, or import a file.</source>
        <translation>Der Hub verweist endlos von Adresse zu Adresse. Versuchen Sie es später, oder importieren Sie eine Datei.</translation>
    </message>
    <message>
        <source>The hub sent more than {0} has. Try again later, or import a file.</source>
        <translation>Der Hub hat mehr gesendet, als {0} groß ist. Versuchen Sie es später, oder importieren Sie eine Datei.</translation>
    </message>
    <message>
        <source>The hub sent the download to an address without encryption, so it was stopped. Import a file instead.</source>
        <translation>Der Hub hat auf eine unverschlüsselte Adresse verwiesen, deshalb wurde angehalten. Importieren Sie stattdessen eine Datei.</translation>
    </message>
    <message>
        <source>The key of your data cannot be read from the disk; check its permissions.</source>
        <translation>Der Schlüssel Ihrer Daten lässt sich nicht vom Datenträger lesen; prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>The keychain did not hold the key of your data; set COACHDESK_PASSPHRASE instead.</source>
        <translation>Der Schlüsselbund hat den Schlüssel Ihrer Daten nicht behalten; setzen Sie stattdessen COACHDESK_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The keychain does not answer; unlock it, or {0}.</source>
        <translation>Der Schlüsselbund antwortet nicht; entsperren Sie ihn, oder {0}.</translation>
    </message>
    <message>
        <source>The keychain of this machine no longer holds the key of your data; {0}.</source>
        <translation>Der Schlüsselbund dieses Geräts hat den Schlüssel Ihrer Daten nicht mehr; {0}.</translation>
    </message>
    <message>
        <source>The keychain refused to hold the key of your data; unlock it and try again.</source>
        <translation>Der Schlüsselbund hat den Schlüssel Ihrer Daten nicht angenommen; entsperren Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain that holds the key of your data is not there; unlock it, or {0}.</source>
        <translation>Der Schlüsselbund mit dem Schlüssel Ihrer Daten ist nicht da; entsperren Sie ihn, oder {0}.</translation>
    </message>
    <message>
        <source>The local data can be read, but parts of it do not fit together.</source>
        <translation>Die lokalen Daten lassen sich lesen, aber Teile davon passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The local data cannot be read, or parts of it are damaged.</source>
        <translation>Die lokalen Daten lassen sich nicht lesen, oder Teile davon sind beschädigt.</translation>
    </message>
    <message>
        <source>The model could not be stored ({0}). Make room and try again.</source>
        <translation>Das Modell konnte nicht gespeichert werden ({0}). Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model file {0} cannot be read ({1}). Choose another model.</source>
        <translation>Die Modelldatei {0} lässt sich nicht lesen ({1}). Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model on this laptop answers</source>
        <translation>Das Modell auf diesem Laptop antwortet</translation>
    </message>
    <message>
        <source>The model on this laptop could not go on. Please try again.</source>
        <translation>Das Modell auf diesem Laptop konnte nicht weitermachen. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model on this laptop did not start. Simple requests still work.</source>
        <translation>Das Modell auf diesem Laptop ist nicht gestartet. Einfache Wünsche gehen trotzdem.</translation>
    </message>
    <message>
        <source>The model on this laptop stopped unexpectedly and was started again; your text is kept. Please try again.</source>
        <translation>Das Modell auf diesem Laptop hat unerwartet angehalten und wurde neu gestartet; Ihr Text ist erhalten. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model on this laptop was closed before it had finished.</source>
        <translation>Das Modell auf diesem Laptop wurde beendet, bevor es fertig war.</translation>
    </message>
    <message>
        <source>The model on this laptop was closed. Start CoachDesk again.</source>
        <translation>Das Modell auf diesem Laptop wurde beendet. Starten Sie CoachDesk neu.</translation>
    </message>
    <message>
        <source>The model process could not be started ({0}). Please try again.</source>
        <translation>Der Modellprozess konnte nicht gestartet werden ({0}). Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model process stopped while it was loading {0}. Choose another model.</source>
        <translation>Der Modellprozess hat beim Laden von {0} angehalten. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The note about the key could not be saved; check the disk and try again.</source>
        <translation>Die Notiz über den Schlüssel konnte nicht gespeichert werden; prüfen Sie den Datenträger, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The note about the key of this data is damaged; enter the recovery key to open it.</source>
        <translation>Die Notiz über den Schlüssel dieser Daten ist beschädigt; geben Sie den Wiederherstellungsschlüssel ein, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The note about the key of this data is missing; enter the recovery key to open it.</source>
        <translation>Die Notiz über den Schlüssel dieser Daten fehlt; geben Sie den Wiederherstellungsschlüssel ein, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The passphrase is set, but the keychain did not forget the old key; remove “CoachDesk” there by hand.</source>
        <translation>Die Passphrase ist gesetzt, aber der Schlüsselbund hat den alten Schlüssel nicht vergessen; entfernen Sie dort „CoachDesk“ von Hand.</translation>
    </message>
    <message>
        <source>The picture {0} could not be written. Is there room on the disk?</source>
        <translation>Das Bild {0} konnte nicht geschrieben werden. Ist Platz auf dem Datenträger?</translation>
    </message>
    <message>
        <source>The platform and this laptop do not agree on what they hold. CoachDesk looks again later; no edit is lost.</source>
        <translation>Plattform und Laptop sind sich nicht einig, was vorliegt. CoachDesk sieht später wieder nach; keine Änderung geht verloren.</translation>
    </message>
    <message>
        <source>The platform answers</source>
        <translation>Die Plattform antwortet</translation>
    </message>
    <message>
        <source>The platform cannot be reached now. Ask the laptop, or try again when you are online.</source>
        <translation>Die Plattform ist gerade nicht erreichbar. Fragen Sie den Laptop, oder versuchen Sie es wieder, wenn Sie online sind.</translation>
    </message>
    <message>
        <source>The platform cannot be reached. Your edits wait on this laptop.</source>
        <translation>Die Plattform ist nicht erreichbar. Ihre Änderungen warten auf diesem Laptop.</translation>
    </message>
    <message>
        <source>The platform could not do this now. CoachDesk tries again by itself.</source>
        <translation>Die Plattform konnte das gerade nicht tun. CoachDesk versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The platform could not read this edit.</source>
        <translation>Die Plattform konnte diese Änderung nicht lesen.</translation>
    </message>
    <message>
        <source>The platform did not answer before the line dropped. Look at the chat before you ask it again.</source>
        <translation>Die Plattform hat nicht geantwortet, bevor die Verbindung abbrach. Sehen Sie in den Chat, bevor Sie noch einmal fragen.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in any more. Sign in again; nothing is lost.</source>
        <translation>Die Plattform nimmt Ihre Anmeldung nicht mehr an. Melden Sie sich wieder an; nichts ist verloren.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in. Sign in again; everything is on this laptop.</source>
        <translation>Die Plattform nimmt Ihre Anmeldung nicht an. Melden Sie sich wieder an; alles ist auf diesem Laptop.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in. Sign in again; your edits wait here.</source>
        <translation>Die Plattform nimmt Ihre Anmeldung nicht an. Melden Sie sich wieder an; Ihre Änderungen warten hier.</translation>
    </message>
    <message>
        <source>The platform does not accept your token. Sign in again; your edits wait here.</source>
        <translation>Die Plattform nimmt Ihren Zugang nicht an. Melden Sie sich wieder an; Ihre Änderungen warten hier.</translation>
    </message>
    <message>
        <source>The platform does not answer. Your edits wait on this laptop.</source>
        <translation>Die Plattform antwortet nicht. Ihre Änderungen warten auf diesem Laptop.</translation>
    </message>
    <message>
        <source>The platform does not have the file that this edit names.</source>
        <translation>Die Plattform hat die Datei nicht, die diese Änderung nennt.</translation>
    </message>
    <message>
        <source>The platform does not have this file.</source>
        <translation>Die Plattform hat diese Datei nicht.</translation>
    </message>
    <message>
        <source>The platform does not know this name and password. Check both and try again.</source>
        <translation>Die Plattform kennt diesen Namen mit diesem Kennwort nicht. Prüfen Sie beides, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The platform does not know what this edit is about.</source>
        <translation>Die Plattform weiß nicht, worum es bei dieser Änderung geht.</translation>
    </message>
    <message>
        <source>The platform does not sync any more. Your edits wait on this laptop; ask those who run it.</source>
        <translation>Die Plattform gleicht nicht mehr ab. Ihre Änderungen warten auf diesem Laptop; fragen Sie die Betreiber.</translation>
    </message>
    <message>
        <source>The platform is not ready. CoachDesk goes on trying; your edits wait on this laptop.</source>
        <translation>Die Plattform ist nicht bereit. CoachDesk versucht es weiter; Ihre Änderungen warten auf diesem Laptop.</translation>
    </message>
    <message>
        <source>The platform refused the file.</source>
        <translation>Die Plattform hat die Datei abgelehnt.</translation>
    </message>
    <message>
        <source>The platform sent a file larger than 50 MB. It was not taken.</source>
        <translation>Die Plattform hat eine Datei von über 50 MB gesendet. Sie wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The platform sent something that CoachDesk cannot read; nothing was changed.</source>
        <translation>Die Plattform hat etwas gesendet, das CoachDesk nicht lesen kann; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The platform speaks another version. Update CoachDesk; your edits wait here.</source>
        <translation>Die Plattform spricht eine andere Version. Aktualisieren Sie CoachDesk; Ihre Änderungen warten hier.</translation>
    </message>
    <message>
        <source>The recovery key could not be saved there; choose another place.</source>
        <translation>Der Wiederherstellungsschlüssel konnte dort nicht gespeichert werden; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The replica refused a statement ({0}); please report this.</source>
        <translation>Die lokale Datenbank hat einen Befehl abgelehnt ({0}); bitte melden Sie das.</translation>
    </message>
    <message>
        <source>The reply failed because of a defect in CoachDesk. The summary is as it was; try it again.</source>
        <translation>Die Antwort ist wegen eines Fehlers in CoachDesk gescheitert. Die Zusammenfassung ist, wie sie war; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The session was deleted on another device.</source>
        <translation>Die Sitzung wurde auf einem anderen Gerät gelöscht.</translation>
    </message>
    <message>
        <source>The sign-in was renewed.</source>
        <translation>Die Anmeldung wurde erneuert.</translation>
    </message>
    <message>
        <source>The starter model is missing. Install CoachDesk again, or add a model file.</source>
        <translation>Das mitgelieferte Modell fehlt. Installieren Sie CoachDesk neu, oder fügen Sie eine Modelldatei hinzu.</translation>
    </message>
    <message>
        <source>The text is longer than the platform accepts.</source>
        <translation>Der Text ist länger, als die Plattform annimmt.</translation>
    </message>
    <message>
        <source>The transcript is not on this laptop now. Correct it once it could be fetched.</source>
        <translation>Das Transkript ist gerade nicht auf diesem Laptop. Korrigieren Sie es, sobald es geholt werden konnte.</translation>
    </message>
    <message>
        <source>The transcript of this session is not on this laptop. Import it, or connect to fetch it.</source>
        <translation>Das Transkript dieser Sitzung ist nicht auf diesem Laptop. Importieren Sie es, oder verbinden Sie sich, um es zu holen.</translation>
    </message>
    <message>
        <source>There are no transcripts of the last {0} days.</source>
        <translation>Es gibt keine Transkripte der letzten {0} Tage.</translation>
    </message>
    <message>
        <source>There is no change of the platform left to undo.</source>
        <translation>Es gibt keine Änderung der Plattform mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>There is no client with this id.</source>
        <translation>Es gibt keinen Klienten mit dieser Kennung.</translation>
    </message>
    <message>
        <source>There is no data here yet; sign in or start CoachDesk once.</source>
        <translation>Hier sind noch keine Daten; melden Sie sich an, oder starten Sie CoachDesk einmal.</translation>
    </message>
    <message>
        <source>There is no file “{0}”. Check the path.</source>
        <translation>Es gibt keine Datei „{0}“. Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>There is no file “{0}”: check its name and folder.</source>
        <translation>Es gibt keine Datei „{0}“: Prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
        <source>There is no folder “{0}” to export into: create it first.</source>
        <translation>Es gibt keinen Ordner „{0}“ für den Export: Legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>There is no folder “{0}”. Create it first, or name another.</source>
        <translation>Es gibt keinen Ordner „{0}“. Legen Sie ihn zuerst an, oder nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no model file at {0}. Choose another model, or put the file back.</source>
        <translation>Bei {0} ist keine Modelldatei. Wählen Sie ein anderes Modell, oder legen Sie die Datei zurück.</translation>
    </message>
    <message>
        <source>There is no proposal in this session that the platform could be asked for.</source>
        <translation>In dieser Sitzung gibt es keinen Vorschlag, nach dem die Plattform gefragt werden könnte.</translation>
    </message>
    <message>
        <source>There is no proposal in this session that waits for a decision.</source>
        <translation>In dieser Sitzung wartet kein Vorschlag auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>There is no question to ask again.</source>
        <translation>Es gibt keine Frage, die noch einmal gestellt werden könnte.</translation>
    </message>
    <message>
        <source>There is no revision with this id. `coachdesk revisions` shows those there are.</source>
        <translation>Es gibt keine Version mit dieser Kennung. `coachdesk revisions` zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>There is no session with this id.</source>
        <translation>Es gibt keine Sitzung mit dieser Kennung.</translation>
    </message>
    <message>
        <source>There is no session with this id. `coachdesk list` shows those there are.</source>
        <translation>Es gibt keine Sitzung mit dieser Kennung. `coachdesk list` zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>There is no summary in this session that a branch could be settled with.</source>
        <translation>In dieser Sitzung ist keine Zusammenfassung, mit der sich ein anderer Text vereinen ließe.</translation>
    </message>
    <message>
        <source>There is no summary yet that could be approved.</source>
        <translation>Es gibt noch keine Zusammenfassung, die freigegeben werden könnte.</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Es gibt noch nichts zu senden.</translation>
    </message>
    <message>
        <source>This client&apos;s AI policy keeps the text on this laptop. Ask the laptop, or change the policy.</source>
        <translation>Die KI-Regel dieses Klienten hält den Text auf diesem Laptop. Fragen Sie den Laptop, oder ändern Sie die Regel.</translation>
    </message>
    <message>
        <source>This data is locked with a passphrase; type it, or set COACHDESK_PASSPHRASE to it.</source>
        <translation>Diese Daten sind mit einer Passphrase gesperrt; geben Sie sie ein, oder setzen Sie COACHDESK_PASSPHRASE darauf.</translation>
    </message>
    <message>
        <source>This data was written by a newer CoachDesk; install that version to open it.</source>
        <translation>Diese Daten stammen von einem neueren CoachDesk; installieren Sie jene Version, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>This deletion has been sent already and cannot be taken back.</source>
        <translation>Diese Löschung wurde schon gesendet und lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>This edit does not wait any more.</source>
        <translation>Diese Änderung wartet nicht mehr.</translation>
    </message>
    <message>
        <source>This edit is on its way to the platform; wait for its answer.</source>
        <translation>Diese Änderung ist unterwegs zur Plattform; warten Sie auf deren Antwort.</translation>
    </message>
    <message>
        <source>This home holds data of the same coach already; nothing was overwritten. Use a fresh home.</source>
        <translation>Hier liegen schon Daten desselben Coachs; nichts wurde überschrieben. Benutzen Sie einen leeren Ordner.</translation>
    </message>
    <message>
        <source>This is longer than the platform accepts (256 KiB of text); please shorten it.</source>
        <translation>Das ist länger, als die Plattform annimmt (256 KiB Text); bitte kürzen Sie es.</translation>
    </message>
    <message>
        <source>This is not a recovery key as it was shown; compare it letter by letter.</source>
        <translation>Das ist kein Wiederherstellungsschlüssel, wie er gezeigt wurde; vergleichen Sie Buchstabe für Buchstabe.</translation>
    </message>
    <message>
        <source>This is too long for the model on this laptop: {0} tokens and {1} for the answer, of {2}. Choose a part of it, or a larger model.</source>
        <translation>Das ist zu lang für das Modell auf diesem Laptop: {0} Token und {1} für die Antwort, von {2}. Wählen Sie einen Teil davon, oder ein größeres Modell.</translation>
    </message>
    <message>
        <source>This key does not open the data on this disk; use the one it was made with.</source>
        <translation>Dieser Schlüssel öffnet die Daten auf diesem Datenträger nicht; benutzen Sie den, mit dem sie angelegt wurden.</translation>
    </message>
    <message>
        <source>This machine has no keychain to hold the key of your data; set COACHDESK_PASSPHRASE instead.</source>
        <translation>Dieses Gerät hat keinen Schlüsselbund für den Schlüssel Ihrer Daten; setzen Sie stattdessen COACHDESK_PASSPHRASE.</translation>
    </message>
    <message>
        <source>This machine tells of no battery.</source>
        <translation>Dieses Gerät meldet keinen Akku.</translation>
    </message>
    <message>
        <source>This passphrase does not open the backup. Type the one it was made with.</source>
        <translation>Diese Passphrase öffnet die Sicherung nicht. Geben Sie die ein, mit der sie gemacht wurde.</translation>
    </message>
    <message>
        <source>This passphrase does not open your data; try again, or use the recovery key.</source>
        <translation>Diese Passphrase öffnet Ihre Daten nicht; versuchen Sie es noch einmal, oder benutzen Sie den Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
        <source>This picture is too large for a photo of a client. Choose a smaller one.</source>
        <translation>Dieses Bild ist zu groß für das Foto eines Klienten. Wählen Sie ein kleineres.</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data; look for the one shown when this was set up.</source>
        <translation>Dieser Wiederherstellungsschlüssel gehört zu anderen Daten; suchen Sie den, der beim Einrichten gezeigt wurde.</translation>
    </message>
    <message>
        <source>This session has no transcript to export as captions: import one, or choose another format.</source>
        <translation>Diese Sitzung hat kein Transkript für Untertitel: Importieren Sie eines, oder wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>This session is kept on this laptop. Ask the laptop, or release it first (Session menu).</source>
        <translation>Diese Sitzung bleibt auf diesem Laptop. Fragen Sie den Laptop, oder geben Sie sie zuerst frei (Menü Sitzung).</translation>
    </message>
    <message>
        <source>This text holds characters that cannot be saved; remove what was pasted last.</source>
        <translation>Dieser Text enthält Zeichen, die sich nicht speichern lassen; entfernen Sie, was zuletzt eingefügt wurde.</translation>
    </message>
    <message>
        <source>Transcript of one line</source>
        <translation>Transkript mit einer Zeile</translation>
    </message>
    <message>
        <source>Transcript of {0} lines</source>
        <translation>Transkript, Zeilen: {0}</translation>
    </message>
    <message>
        <source>Two versions of a summary wait for your decision. Settle them first, then keep it here.</source>
        <translation>Zwei Fassungen einer Zusammenfassung warten auf Ihre Entscheidung. Klären Sie sie zuerst, und behalten Sie sie dann hier.</translation>
    </message>
    <message>
        <source>What answers at the address is no platform. Check it, or sign in to the Wi-Fi first.</source>
        <translation>Was unter der Adresse antwortet, ist keine Plattform. Prüfen Sie sie, oder melden Sie sich zuerst im WLAN an.</translation>
    </message>
    <message>
        <source>What answers is not a CoachDesk platform. Check its address.</source>
        <translation>Was antwortet, ist keine CoachDesk-Plattform. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>What answers is not the platform. If this is a guest Wi-Fi, sign in to it first.</source>
        <translation>Was antwortet, ist nicht die Plattform. In einem Gäste-WLAN melden Sie sich zuerst dort an.</translation>
    </message>
    <message>
        <source>What arrived is not {0}: it was damaged on the way, and removed. Try again.</source>
        <translation>Was ankam, ist nicht {0}: Es wurde unterwegs beschädigt und entfernt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What was said of a newer version does not come from the makers of CoachDesk. It was ignored.</source>
        <translation>Was über eine neuere Version gesagt wurde, stammt nicht von den Herstellern von CoachDesk. Es wurde nicht beachtet.</translation>
    </message>
    <message>
        <source>What you wrote on this laptop before you signed in is still locked there. Sign out, unlock it, and sign in again to take it along.</source>
        <translation>Was Sie vor der Anmeldung auf diesem Laptop geschrieben haben, ist dort noch gesperrt. Melden Sie sich ab, entsperren Sie es, und melden Sie sich wieder an, um es mitzunehmen.</translation>
    </message>
    <message>
        <source>You asked more at once than the platform answers. Wait a minute, then retry.</source>
        <translation>Sie haben mehr auf einmal gefragt, als die Plattform beantwortet. Warten Sie eine Minute, und versuchen Sie es dann wieder.</translation>
    </message>
    <message>
        <source>You changed the same lines of the summary meanwhile. Reject the proposal and ask again, or take its other changes.</source>
        <translation>Sie haben inzwischen dieselben Zeilen der Zusammenfassung geändert. Lehnen Sie den Vorschlag ab und fragen Sie noch einmal, oder übernehmen Sie seine anderen Änderungen.</translation>
    </message>
    <message>
        <source>Your message in the chat</source>
        <translation>Ihre Nachricht im Chat</translation>
    </message>
    <message>
        <source>Your organisation does not let the platform&apos;s model see clients&apos; texts. Ask this laptop instead.</source>
        <translation>Ihre Organisation lässt das Modell der Plattform die Texte von Klienten nicht sehen. Fragen Sie stattdessen diesen Laptop.</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>it brought in {0}</source>
        <translation>es hat {0} hineingebracht</translation>
    </message>
    <message>
        <source>it grew to more than twice its length</source>
        <translation>es wurde mehr als doppelt so lang</translation>
    </message>
    <message>
        <source>it lost {0}</source>
        <translation>es hat {0} verloren</translation>
    </message>
    <message>
        <source>it would have brought in {0}</source>
        <translation>es hätte {0} hineingebracht</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>the new text was empty</source>
        <translation>der neue Text war leer</translation>
    </message>
    <message>
        <source>this section was to be left alone</source>
        <translation>dieser Abschnitt sollte so bleiben</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>{0} edits refused · needs you</source>
        <translation>{0} Änderungen abgelehnt · zu klären</translation>
    </message>
    <message>
        <source>{0} edits waiting</source>
        <translation>{0} Änderungen warten</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>„{0}“ kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a folder. Name a file in it.</source>
        <translation>„{0}“ ist ein Ordner. Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>“{0}” takes too long to read: save its text as a txt file and choose that.</source>
        <translation>„{0}“ zu lesen dauert zu lange: Speichern Sie den Text als txt-Datei, und wählen Sie diese.</translation>
    </message>
    <message>
        <source>“{0}” unpacks to more than {1} MB: save its text as a txt file and choose that.</source>
        <translation>„{0}“ wird entpackt größer als {1} MB: Speichern Sie den Text als txt-Datei, und wählen Sie diese.</translation>
    </message>
    <message>
        <source>Your organisation does not let this model see clients&apos; texts. Choose another AI policy.</source>
        <translation>Ihre Organisation lässt dieses Modell keine Texte von Klienten sehen. Wählen Sie eine andere KI-Regel.</translation>
    </message>
    <message>
        <source> and takes {0} GB of memory</source>
        <translation> und braucht {0} GB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>1 edit refused · needs you</source>
        <translation>1 Änderung abgelehnt · zu klären</translation>
    </message>
    <message>
        <source>1 edit waiting</source>
        <translation>1 Änderung wartet</translation>
    </message>
    <message>
        <source>Client deleted with all sessions</source>
        <translation>Klient mit allen Sitzungen gelöscht</translation>
    </message>
    <message>
        <source>Session deleted</source>
        <translation>Sitzung gelöscht</translation>
    </message>
    <message>
        <source>Summary edited by the model on this laptop</source>
        <translation>Zusammenfassung bearbeitet vom Modell auf diesem Laptop</translation>
    </message>
    <message>
        <source>Summary edited by you</source>
        <translation>Zusammenfassung von Ihnen bearbeitet</translation>
    </message>
    <message>
        <source>Your organisation&apos;s settings in {0} cannot be read. Ask whoever wrote them. The reason: {1}.</source>
        <translation>Die Einstellungen Ihrer Organisation in {0} lassen sich nicht lesen. Fragen Sie, wer sie geschrieben hat. Der Grund: {1}.</translation>
    </message>
    <message>
        <source>a txt, vtt, srt, docx, json or pdf file</source>
        <translation>eine txt-, vtt-, srt-, docx-, json- oder pdf-Datei</translation>
    </message>
    <message>
        <source>enter the recovery key to open your data again</source>
        <translation>geben Sie den Wiederherstellungsschlüssel ein, um Ihre Daten wieder zu öffnen</translation>
    </message>
    <message>
        <source>{0} GB are free on the disk.</source>
        <translation>{0} GB sind auf dem Datenträger frei.</translation>
    </message>
    <message>
        <source>{0} To choose it all the same, add --anyway.</source>
        <translation>{0} Um es trotzdem zu wählen, ergänzen Sie --anyway.</translation>
    </message>
    <message>
        <source>{0} characters of the file could not be read.</source>
        <translation>{0} Zeichen der Datei konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} comes with CoachDesk and is not downloaded.</source>
        <translation>{0} kommt mit CoachDesk und wird nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>{0} could not be copied ({1}). Make room, or try again.</source>
        <translation>{0} konnte nicht kopiert werden ({1}). Schaffen Sie Platz, oder versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} edits have not reached the platform; they are safe on this laptop.</source>
        <translation>Noch nicht auf der Plattform: {0} Änderung(en); sie sind auf diesem Laptop sicher.</translation>
    </message>
    <message>
        <source>{0} edits were refused by the platform and wait for your decision.</source>
        <translation>Von der Plattform abgelehnt: {0} Änderung(en); Ihre Entscheidung steht aus.</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete. Get the file again, or choose another model.</source>
        <translation>{0} ist beschädigt oder unvollständig. Holen Sie die Datei noch einmal, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{0} is damaged, or of a version that CoachDesk cannot read. Get the file again.</source>
        <translation>{0} ist beschädigt oder von einer Version, die CoachDesk nicht lesen kann. Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{0} is no model file (GGUF). Choose another file.</source>
        <translation>{0} ist keine Modelldatei (GGUF). Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{0} is no name for a model file. Rename the file first.</source>
        <translation>{0} ist kein Name für eine Modelldatei. Benennen Sie die Datei zuerst um.</translation>
    </message>
    <message>
        <source>{0} is not a chat model that CoachDesk can talk to. Choose another model.</source>
        <translation>{0} ist kein Chatmodell, mit dem CoachDesk sprechen kann. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{0} needs {1} GB more room on this disk. Make room and try again.</source>
        <translation>{0} braucht {1} GB mehr Platz auf diesem Datenträger. Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} of {1} transcripts of the last {2} days are on this laptop.</source>
        <translation>{0} von {1} Transkripten der letzten {2} Tage sind auf diesem Laptop.</translation>
    </message>
    <message>
        <source>{0} takes about {1} GB of memory, and {2} GB are free. Close other programs, choose a smaller model, or add --anyway.</source>
        <translation>{0} braucht etwa {1} GB Arbeitsspeicher, frei sind {2} GB. Schließen Sie andere Programme, wählen Sie ein kleineres Modell, oder ergänzen Sie --anyway.</translation>
    </message>
    <message>
        <source>{0} writes {1} tokens a second on this laptop{2}.</source>
        <translation>{0} schreibt {1} Token in der Sekunde auf diesem Laptop{2}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: check that it is still there and that you may read it.</source>
        <translation>„{0}“ lässt sich nicht öffnen: Prüfen Sie, ob die Datei noch da ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read in this form: save it as docx or txt, and choose that.</source>
        <translation>„{0}“ lässt sich in dieser Form nicht lesen: Speichern Sie es als docx oder txt, und wählen Sie das.</translation>
    </message>
    <message>
        <source>“{0}” could not be read as a PDF: save its text as a txt file and choose that.</source>
        <translation>„{0}“ ließ sich nicht als PDF lesen: Speichern Sie den Text als txt-Datei, und wählen Sie diese.</translation>
    </message>
    <message>
        <source>“{0}” could not be written: choose another folder, or make room.</source>
        <translation>„{0}“ konnte nicht geschrieben werden: Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>“{0}” could not be written: choose another name or folder, and export again.</source>
        <translation>„{0}“ konnte nicht geschrieben werden: Wählen Sie einen anderen Namen oder Ordner, und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>“{0}” has more than {1} lines: split it, or choose the transcript of one session.</source>
        <translation>„{0}“ hat mehr als {1} Zeilen: Teilen Sie es auf, oder wählen Sie das Transkript einer Sitzung.</translation>
    </message>
    <message>
        <source>“{0}” has more than {1} pages: split it, or choose the transcript alone.</source>
        <translation>„{0}“ hat mehr als {1} Seiten: Teilen Sie es auf, oder wählen Sie nur das Transkript.</translation>
    </message>
    <message>
        <source>“{0}” holds no list of what was said: each entry needs a speaker and a text.</source>
        <translation>„{0}“ enthält keine Liste des Gesagten: Jeder Eintrag braucht Sprecher und Text.</translation>
    </message>
    <message>
        <source>“{0}” holds no words: choose {1} with what was said.</source>
        <translation>„{0}“ enthält keine Wörter: Wählen Sie {1} mit dem Gesagten.</translation>
    </message>
    <message>
        <source>“{0}” holds only pictures of pages: export the transcript itself as text, and choose that.</source>
        <translation>„{0}“ enthält nur Bilder von Seiten: Exportieren Sie das Transkript selbst als Text, und wählen Sie das.</translation>
    </message>
    <message>
        <source>“{0}” holds too much text: save the transcript as a txt file and choose that.</source>
        <translation>„{0}“ enthält zu viel Text: Speichern Sie das Transkript als txt-Datei, und wählen Sie diese.</translation>
    </message>
    <message>
        <source>“{0}” is a folder: choose a file name to export to.</source>
        <translation>„{0}“ ist ein Ordner: Wählen Sie einen Dateinamen für den Export.</translation>
    </message>
    <message>
        <source>“{0}” is a picture, not a transcript: choose {1}.</source>
        <translation>„{0}“ ist ein Bild, kein Transkript: Wählen Sie {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a program or its data, not a transcript: choose {1}.</source>
        <translation>„{0}“ ist ein Programm oder gehört dazu, kein Transkript: Wählen Sie {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a recording, not its transcript: have it transcribed first, then choose {1}.</source>
        <translation>„{0}“ ist eine Aufnahme, nicht ihr Transkript: Lassen Sie sie zuerst verschriftlichen, und wählen Sie dann {1}.</translation>
    </message>
    <message>
        <source>“{0}” is an archive, not a transcript: unpack it and choose the transcript inside.</source>
        <translation>„{0}“ ist ein Archiv, kein Transkript: Entpacken Sie es, und wählen Sie das Transkript darin.</translation>
    </message>
    <message>
        <source>“{0}” is damaged and cannot be opened: save it again as PDF, or choose another file.</source>
        <translation>„{0}“ ist beschädigt und lässt sich nicht öffnen: Speichern Sie es noch einmal als PDF, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>“{0}” is damaged and cannot be opened: save it again in Word, or choose another file.</source>
        <translation>„{0}“ ist beschädigt und lässt sich nicht öffnen: Speichern Sie es noch einmal in Word, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>“{0}” is damaged. Use another backup.</source>
        <translation>„{0}“ ist beschädigt. Benutzen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>“{0}” is empty: choose {1} with what was said.</source>
        <translation>„{0}“ ist leer: Wählen Sie {1} mit dem Gesagten.</translation>
    </message>
    <message>
        <source>“{0}” is larger than {1} MB: choose the transcript alone, as txt or docx.</source>
        <translation>„{0}“ ist größer als {1} MB: Wählen Sie nur das Transkript, als txt oder docx.</translation>
    </message>
    <message>
        <source>“{0}” is locked with a password: save it without one, or choose another file.</source>
        <translation>„{0}“ ist mit einem Kennwort gesperrt: Speichern Sie es ohne, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>“{0}” is no backup of CoachDesk. Choose a file made with `coachdesk backup`.</source>
        <translation>„{0}“ ist keine Sicherung von CoachDesk. Wählen Sie eine Datei, die mit `coachdesk backup` gemacht wurde.</translation>
    </message>
    <message>
        <source>“{0}” is not a file: choose {1}.</source>
        <translation>„{0}“ ist keine Datei: Wählen Sie {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not a kind of file that holds a transcript: choose {1}.</source>
        <translation>„{0}“ ist keine Art von Datei, die ein Transkript enthält: Wählen Sie {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not an address. Give one like https://platform.example.</source>
        <translation>„{0}“ ist keine Adresse. Geben Sie eine an wie https://platform.example.</translation>
    </message>
    <message>
        <source>“{0}” is not text: choose a txt, vtt, srt, docx, json or pdf file.</source>
        <translation>„{0}“ ist kein Text: Wählen Sie eine txt-, vtt-, srt-, docx-, json- oder pdf-Datei.</translation>
    </message>
    <message>
        <source>“{0}” is not whole JSON: export it again, or choose another file.</source>
        <translation>„{0}“ ist kein vollständiges JSON: Exportieren Sie es noch einmal, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>“{0}” is the source of a program or a web page, not a transcript: choose {1}.</source>
        <translation>„{0}“ ist der Quelltext eines Programms oder einer Webseite, kein Transkript: Wählen Sie {1}.</translation>
    </message>
    <message>
        <source>“{0}” may not be written there: choose another folder, and export again.</source>
        <translation>„{0}“ darf dort nicht geschrieben werden: Wählen Sie einen anderen Ordner, und exportieren Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>SessionActions</name>
    <message>
        <source>Nothing in the transcript was found for the statement under the cursor.</source>
        <translation>Für die Aussage am Cursor wurde im Transkript nichts gefunden.</translation>
    </message>
    <message>
        <source>Go to the transcript and choose a line first.</source>
        <translation>Gehen Sie zuerst ins Transkript und wählen Sie eine Zeile.</translation>
    </message>
    <message>
        <source>The line was corrected.</source>
        <translation>Die Zeile wurde korrigiert.</translation>
    </message>
    <message>
        <source>The earlier text is the summary again.</source>
        <translation>Der frühere Text ist wieder die Zusammenfassung.</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Session details</source>
        <translation>Details der Sitzung</translation>
    </message>
    <message>
        <source>Add session</source>
        <translation>Sitzung anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Choose, or type a new name</source>
        <translation>Wählen oder neuen Namen eingeben</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>{name} is kept on this laptop with all sessions.</source>
        <translation>{name} bleibt mit allen Sitzungen auf diesem Laptop.</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>dieser Sitzung</translation>
    </message>
    <message>
        <source>Please choose a client, or enter a title.</source>
        <translation>Bitte wählen Sie einen Klienten, oder geben Sie einen Titel ein.</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Summarise</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>More about this session</source>
        <translation>Mehr zu dieser Sitzung</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Kein Klient</translation>
    </message>
    <message>
        <source>Untitled session</source>
        <translation>Sitzung ohne Titel</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Changed since it was approved</source>
        <translation>Seit der Freigabe geändert</translation>
    </message>
    <message>
        <source>Transcript changed since</source>
        <translation>Transkript seither geändert</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>No AI</source>
        <translation>Keine KI</translation>
    </message>
    <message>
        <source>AI on this laptop only</source>
        <translation>KI nur auf diesem Laptop</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Pages of the session</source>
        <translation>Seiten der Sitzung</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>SessionsDelegate</name>
    <message>
        <source>No client</source>
        <translation>Kein Klient</translation>
    </message>
    <message>
        <source>Untitled session</source>
        <translation>Sitzung ohne Titel</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>Noch keine Zusammenfassung</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
</context>
<context>
    <name>SessionsModel</name>
    <message>
        <source>not synced yet</source>
        <translation>noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>zu klären</translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Noch keine Sitzungen</translation>
    </message>
    <message>
        <source>They will be listed here, newest first.</source>
        <translation>Sie werden hier aufgeführt, die neueste zuerst.</translation>
    </message>
    <message>
        <source>Show all sessions</source>
        <translation>Alle Sitzungen anzeigen</translation>
    </message>
    <message>
        <source>Only: {filters}</source>
        <translation>Nur: {filters}</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Kein Klient</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation>Nichts gefunden für „{words}“</translation>
    </message>
    <message>
        <source>No such session</source>
        <translation>Keine solche Sitzung</translation>
    </message>
    <message>
        <source>Try fewer words, or other filters.</source>
        <translation>Versuchen Sie weniger Wörter oder andere Filter.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>What you wrote on this laptop goes along, and is sent unless it is kept on this laptop.</source>
        <translation>Was Sie auf diesem Laptop geschrieben haben, kommt mit und wird gesendet, außer es soll auf diesem Laptop bleiben.</translation>
    </message>
    <message>
        <source>Please enter the platform’s address, your name and your password.</source>
        <translation>Bitte geben Sie die Adresse der Plattform, Ihren Namen und Ihr Kennwort ein.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Abgeschlossen</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show the outbox</source>
        <translation>Postausgang anzeigen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Show or hide the chat</source>
        <translation>Chat ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Sync: {state}</source>
        <translation>Abgleich: {state}</translation>
    </message>
</context>
<context>
    <name>SummaryEditor</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Write the summary here, or let the transcript be summarised.</source>
        <translation>Schreiben Sie hier die Zusammenfassung, oder lassen Sie das Transkript zusammenfassen.</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Changes or text</source>
        <translation>Änderungen oder Text</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Vereinbarung</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>Eingabe rückgängig machen</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>Eingabe wiederholen</translation>
    </message>
    <message>
        <source>Restored what you typed</source>
        <translation>Ihre Eingabe ist wieder da</translation>
    </message>
    <message>
        <source>Editing …</source>
        <translation>In Arbeit …</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gespeichert {time}</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>Im Transkript suchen</translation>
    </message>
    <message>
        <source>Double-click a line to correct it</source>
        <translation>Doppelklick auf eine Zeile, um sie zu korrigieren</translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation>Noch kein Transkript</translation>
    </message>
    <message>
        <source>Import a text, VTT, SRT, Word or PDF file, or drop it on this window.</source>
        <translation>Importieren Sie eine Text-, VTT-, SRT-, Word- oder PDF-Datei, oder legen Sie sie auf diesem Fenster ab.</translation>
    </message>
    <message>
        <source>Import a transcript …</source>
        <translation>Transkript importieren …</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Unknown speaker</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} von {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>TravelWindow</name>
    <message>
        <source>Ready to travel</source>
        <translation>Bereit für die Reise</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Trying the model and fetching transcripts …</source>
        <translation>Modell wird ausprobiert, Transkripte werden geholt …</translation>
    </message>
    <message>
        <source>The check could not be finished.</source>
        <translation>Die Prüfung konnte nicht abgeschlossen werden.</translation>
    </message>
    <message>
        <source>All is ready for working offline.</source>
        <translation>Alles ist bereit für die Arbeit ohne Verbindung.</translation>
    </message>
    <message>
        <source>One thing to do before you leave</source>
        <translation>Vor der Abreise ist eines zu tun</translation>
    </message>
    <message numerus="yes">
        <source>%n things to do before you leave</source>
        <translation>
            <numerusform>Vor der Abreise ist %n Ding zu tun</numerusform>
            <numerusform>Vor der Abreise sind %n Dinge zu tun</numerusform>
        </translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Postausgang öffnen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show CoachDesk</source>
        <translation>CoachDesk zeigen</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Open a session first.</source>
        <translation>Öffnen Sie zuerst eine Sitzung.</translation>
    </message>
    <message>
        <source>CoachDesk did not end properly the last time. What you wrote is here. Was it a crash?</source>
        <translation>CoachDesk wurde beim letzten Mal nicht richtig beendet. Was Sie geschrieben haben, ist da. War es ein Absturz?</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
</context>
</TS>
