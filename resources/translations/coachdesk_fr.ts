<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Session notes that improve as you talk about them, online and on a train. Your notes are encrypted.</source>
        <translation>Des notes de séance qui s’améliorent quand vous en parlez, en ligne et dans le train. Vos notes sont chiffrées.</translation>
    </message>
    <message>
        <source>Licences of the works of others</source>
        <translation>Licences des œuvres de tiers</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>It contains works of others:</source>
        <translation>Il contient des œuvres de tiers :</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
</context>
<context>
    <name>AccountCommands</name>
    <message>
        <source>Set a passphrase …</source>
        <translation>Définir une phrase secrète …</translation>
    </message>
    <message>
        <source>CoachDesk does not lock: it has no passphrase.</source>
        <translation>CoachDesk ne se verrouille pas : il n’a pas de phrase secrète.</translation>
    </message>
    <message numerus="yes">
        <source>After %n idle minutes.</source>
        <translation>
            <numerusform>Après %n minute d’inactivité.</numerusform>
            <numerusform>Après %n minutes d’inactivité.</numerusform>
        </translation>
    </message>
    <message>
        <source>Never by itself.</source>
        <translation>Jamais de lui-même.</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Modifier …</translation>
    </message>
    <message numerus="yes">
        <source>Your organisation wants CoachDesk locked after %n idle minutes.</source>
        <translation>
            <numerusform>Votre organisation veut que CoachDesk se verrouille après %n minute d’inactivité.</numerusform>
            <numerusform>Votre organisation veut que CoachDesk se verrouille après %n minutes d’inactivité.</numerusform>
        </translation>
    </message>
    <message>
        <source>That needs a passphrase.</source>
        <translation>Il faut pour cela une phrase secrète.</translation>
    </message>
    <message>
        <source>{name} is kept on this laptop with all sessions.</source>
        <translation>{name} est conservé sur cet ordinateur avec toutes ses séances.</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>cette séance</translation>
    </message>
    <message>
        <source>Kept on this laptop. Nothing of it is sent any more.</source>
        <translation>Conservé sur cet ordinateur. Plus rien n’en est envoyé.</translation>
    </message>
    <message>
        <source>Keep on this laptop?</source>
        <translation>Conserver sur cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Keep on this laptop</source>
        <translation>Conserver sur cet ordinateur</translation>
    </message>
    <message>
        <source>Release it from this laptop?</source>
        <translation>Ne plus réserver à cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>Your notes stay on this laptop, encrypted, until you sign in again.</source>
        <translation>Vos notes restent chiffrées sur cet ordinateur jusqu’à votre prochaine connexion.</translation>
    </message>
    <message numerus="yes">
        <source>%n edits have not reached the platform. They stay on this laptop, encrypted, and are sent once you sign in again. A backup (Account menu) makes sure of them.</source>
        <translation>
            <numerusform>%n modification n’est pas parvenue à la plateforme. Elle reste chiffrée sur cet ordinateur et sera envoyée à votre prochaine connexion. Une sauvegarde (menu Compte) la met en sûreté.</numerusform>
            <numerusform>%n modifications ne sont pas parvenues à la plateforme. Elles restent chiffrées sur cet ordinateur et seront envoyées à votre prochaine connexion. Une sauvegarde (menu Compte) les met en sûreté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Se déconnecter&#x202f;?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Back up first …</source>
        <translation>Sauvegarder d’abord …</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sauvegarder</translation>
    </message>
    <message>
        <source>Everything on this laptop goes into one encrypted file. Only this passphrase opens it.</source>
        <translation>Tout ce qui est sur cet ordinateur va dans un seul fichier chiffré. Seule cette phrase secrète l’ouvre.</translation>
    </message>
    <message>
        <source>Backed up as {name}.</source>
        <translation>Sauvegardé sous {name}.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Your recovery key</source>
        <translation>Votre clé de récupération</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The lock is set.</source>
        <translation>Le verrouillage est réglé.</translation>
    </message>
    <message>
        <source>The keychain of this machine opens your notes again.</source>
        <translation>Le trousseau de cet ordinateur ouvre de nouveau vos notes.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Séance</translation>
    </message>
    <message>
        <source>&amp;Chat</source>
        <translation>&amp;Chat</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>Co&amp;mpte</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;New session …</source>
        <translation>&amp;Nouvelle séance …</translation>
    </message>
    <message>
        <source>New &amp;client …</source>
        <translation>Nouveau &amp;client …</translation>
    </message>
    <message>
        <source>&amp;Import transcripts …</source>
        <translation>&amp;Importer des transcriptions …</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exporter …</translation>
    </message>
    <message>
        <source>Export the se&amp;lected sessions …</source>
        <translation>Exporter les séances sé&amp;lectionnées …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>Im&amp;primer …</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Synchroniser maintenant</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Boîte d’envoi</translation>
    </message>
    <message>
        <source>Pre&amp;ferences …</source>
        <translation>Pré&amp;férences …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>&amp;Annuler la saisie</translation>
    </message>
    <message>
        <source>Take back &amp;what was done last</source>
        <translation>Annuler la &amp;dernière action</translation>
    </message>
    <message>
        <source>&amp;Find a session</source>
        <translation>&amp;Trouver une séance</translation>
    </message>
    <message>
        <source>Find in the &amp;transcript</source>
        <translation>Chercher dans la transcr&amp;iption</translation>
    </message>
    <message>
        <source>&amp;Correct a line of the transcript …</source>
        <translation>&amp;Corriger une ligne de la transcription …</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>Titr&amp;e</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Gras</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>Italiq&amp;ue</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>Enregi&amp;strer maintenant</translation>
    </message>
    <message>
        <source>&amp;Summarise the transcript</source>
        <translation>&amp;Résumer la transcription</translation>
    </message>
    <message>
        <source>&amp;Approve the summary</source>
        <translation>&amp;Valider le résumé</translation>
    </message>
    <message>
        <source>Re&amp;do typing</source>
        <translation>&amp;Rétablir la saisie</translation>
    </message>
    <message>
        <source>Co&amp;mmitment</source>
        <translation>Engage&amp;ment</translation>
    </message>
    <message>
        <source>Show &amp;what supports this</source>
        <translation>Voir les passages à l’a&amp;ppui</translation>
    </message>
    <message>
        <source>A&amp;ccept all changes</source>
        <translation>&amp;Accepter toutes les modifications</translation>
    </message>
    <message>
        <source>&amp;Reject all changes</source>
        <translation>R&amp;efuser toutes les modifications</translation>
    </message>
    <message>
        <source>&amp;Edit details …</source>
        <translation>Modifier les &amp;détails …</translation>
    </message>
    <message>
        <source>Edit c&amp;lient …</source>
        <translation>Modifier le &amp;client …</translation>
    </message>
    <message>
        <source>&amp;Keep on this laptop …</source>
        <translation>Conserver sur cet &amp;ordinateur …</translation>
    </message>
    <message>
        <source>Keep the client on this laptop …</source>
        <translation>Conserver le client sur cet ordinateur …</translation>
    </message>
    <message>
        <source>&amp;Delete session …</source>
        <translation>&amp;Supprimer la séance …</translation>
    </message>
    <message>
        <source>Delete client …</source>
        <translation>Supprimer le client …</translation>
    </message>
    <message>
        <source>Go to the &amp;chat</source>
        <translation>Aller au &amp;chat</translation>
    </message>
    <message>
        <source>Ask about the &amp;selection</source>
        <translation>Interroger sur la &amp;sélection</translation>
    </message>
    <message>
        <source>Choose &amp;who answers</source>
        <translation>Choisir &amp;qui répond</translation>
    </message>
    <message>
        <source>Ask the &amp;platform the same</source>
        <translation>Demander la même chose à la &amp;plateforme</translation>
    </message>
    <message>
        <source>S&amp;top the reply</source>
        <translation>A&amp;rrêter la réponse</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Séances</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>&amp;Résumé</translation>
    </message>
    <message>
        <source>&amp;Transcript</source>
        <translation>&amp;Transcription</translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation>&amp;Versions</translation>
    </message>
    <message>
        <source>&amp;Previous session</source>
        <translation>Séance &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Next session</source>
        <translation>Séance s&amp;uivante</translation>
    </message>
    <message>
        <source>Show or hide the &amp;chat</source>
        <translation>Afficher ou masquer le &amp;chat</translation>
    </message>
    <message>
        <source>&amp;Group the list</source>
        <translation>&amp;Grouper la liste</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>C&amp;ouleurs claires</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Couleurs so&amp;mbres</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Contraste é&amp;levé</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Couleurs du s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Sign in …</source>
        <translation>Se &amp;connecter …</translation>
    </message>
    <message>
        <source>Sign &amp;out …</source>
        <translation>Se &amp;déconnecter …</translation>
    </message>
    <message>
        <source>&amp;Back up …</source>
        <translation>&amp;Sauvegarder …</translation>
    </message>
    <message>
        <source>&amp;Restore a backup …</source>
        <translation>&amp;Restaurer une sauvegarde …</translation>
    </message>
    <message>
        <source>Show recovery &amp;key …</source>
        <translation>Afficher la clé de récu&amp;pération …</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Verrouiller maintenant</translation>
    </message>
    <message>
        <source>Lock and &amp;passphrase …</source>
        <translation>Verrouillage et p&amp;hrase secrète …</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>Find an &amp;action …</source>
        <translation>Trouver une &amp;action …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Ready to &amp;travel …</source>
        <translation>Prêt à &amp;partir …</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Copier le diagnostic</translation>
    </message>
    <message>
        <source>&amp;What happened: the log …</source>
        <translation>Ce qui s’est passé : le &amp;journal …</translation>
    </message>
    <message>
        <source>Show the &amp;log folder</source>
        <translation>Afficher le &amp;dossier du journal</translation>
    </message>
    <message>
        <source>A&amp;bout CoachDesk</source>
        <translation>À propos de C&amp;oachDesk</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Import a transcript …</source>
        <translation>Importer une transcription …</translation>
    </message>
    <message>
        <source>New session …</source>
        <translation>Nouvelle séance …</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Aucune séance ouverte</translation>
    </message>
    <message>
        <source>Choose one on the left, or drop a transcript here.</source>
        <translation>Choisissez-en une dans la liste, ou déposez ici une transcription.</translation>
    </message>
    <message>
        <source>Welcome to CoachDesk</source>
        <translation>Bienvenue dans CoachDesk</translation>
    </message>
    <message>
        <source>Begin with a transcript of a session, dropped here, or with an empty page.</source>
        <translation>Commencez par la transcription d’une séance, déposée ici, ou par une page vide.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>rules on this laptop — no model saw it</source>
        <translation>des règles sur cet ordinateur — aucun modèle ne l’a vu</translation>
    </message>
    <message>
        <source>{changes} suggested by {who}</source>
        <translation>{changes}, proposition&#xa0;: {who}</translation>
    </message>
    <message>
        <source>The platform was asked the same. This stays here until it has answered.</source>
        <translation>La même question a été posée à la plateforme. Ceci reste ici jusqu’à sa réponse.</translation>
    </message>
    <message>
        <source>{changes} in another text of this summary, {time}</source>
        <translation>{changes} dans un autre texte de ce résumé, {time}</translation>
    </message>
    <message>
        <source>{title} (1 of {n})</source>
        <translation>{title} (1 sur {n})</translation>
    </message>
    <message>
        <source>Both changed the same lines; what only one changed is united. Both texts are kept as revisions.</source>
        <translation>Les deux ont modifié les mêmes lignes&#x202f;; ce qu’un seul a modifié est réuni. Les deux textes sont conservés comme versions.</translation>
    </message>
    <message>
        <source>{changes} made by the platform</source>
        <translation>{changes} de la plateforme</translation>
    </message>
    <message>
        <source>“{text}”: {reason}</source>
        <translation>«&#xa0;{text}&#xa0;»&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Left as it was:</source>
        <translation>Laissé tel quel&#xa0;:</translation>
    </message>
    <message>
        <source>One change</source>
        <translation>Une modification</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} modifications</translation>
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
        <translation>Améliorer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Envoyer (Entrée)</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>Arrêter la réponse</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Arrêter (Échap)</translation>
    </message>
    <message>
        <source>Ask about the whole summary</source>
        <translation>Interroger sur tout le résumé</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Plus court</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Fais plus court.</translation>
    </message>
    <message>
        <source>Number the commitments</source>
        <translation>Numéroter les engagements</translation>
    </message>
    <message>
        <source>Number the commitments.</source>
        <translation>Numérote les engagements.</translation>
    </message>
    <message>
        <source>Follow-up e-mail</source>
        <translation>E-mail de suivi</translation>
    </message>
    <message>
        <source>Write the follow-up e-mail to the client.</source>
        <translation>Écris l’e-mail de suivi au client.</translation>
    </message>
    <message>
        <source>Talk about the summary</source>
        <translation>Parlez du résumé</translation>
    </message>
    <message>
        <source>“Shorter.” “It was Tuesday.” “Write her the follow-up.”</source>
        <translation>«&#xa0;Plus court.&#xa0;» «&#xa0;C’était mardi.&#xa0;» «&#xa0;Écris-lui un mail.&#xa0;»</translation>
    </message>
    <message>
        <source>Choose a session first.</source>
        <translation>Choisissez d’abord une séance.</translation>
    </message>
    <message>
        <source>About: “{text}”</source>
        <translation>Sur&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>No model sees this client’s text</source>
        <translation>Aucun modèle ne voit les textes de ce client</translation>
    </message>
</context>
<context>
    <name>ChatInput</name>
    <message>
        <source>Message to the assistant</source>
        <translation>Message à l’assistant</translation>
    </message>
    <message>
        <source>What should change?</source>
        <translation>Que faut-il changer&#x202f;?</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Show earlier messages</source>
        <translation>Afficher les messages précédents</translation>
    </message>
</context>
<context>
    <name>ClientDialog</name>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Edit client</source>
        <translation>Modifier le client</translation>
    </message>
    <message>
        <source>Add client</source>
        <translation>Ajouter le client</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Platform or this laptop</source>
        <translation>Plateforme ou cet ordinateur</translation>
    </message>
    <message>
        <source>Only the model on this laptop</source>
        <translation>Seulement le modèle sur cet ordinateur</translation>
    </message>
    <message>
        <source>No model sees it</source>
        <translation>Aucun modèle ne le voit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>IA</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Please enter the client’s name.</source>
        <translation>Veuillez saisir le nom du client.</translation>
    </message>
    <message>
        <source>The picture is still being read.</source>
        <translation>L’image est encore en cours de lecture.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>{name} was added.</source>
        <translation>{name} a été ajouté.</translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation>{name} a été modifié.</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n sessions, with transcripts, summaries and chats, go from all your devices.</source>
        <translation>
            <numerusform>{name} et&#xa0;%n séance, avec transcription, résumé et chat, disparaîtront de tous vos appareils.</numerusform>
            <numerusform>{name} et&#xa0;%n séances, avec transcriptions, résumés et chats, disparaîtront de tous vos appareils.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete this client?</source>
        <translation>Supprimer ce client&#x202f;?</translation>
    </message>
    <message>
        <source>Delete client</source>
        <translation>Supprimer le client</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} a été supprimé.</translation>
    </message>
    <message>
        <source>The details were changed.</source>
        <translation>Les détails ont été modifiés.</translation>
    </message>
    <message>
        <source>Delete this session?</source>
        <translation>Supprimer cette séance&#x202f;?</translation>
    </message>
    <message>
        <source>Its transcript, summary with all revisions, and chat go from all your devices.</source>
        <translation>Sa transcription, son résumé avec toutes les versions et son chat disparaîtront de tous vos appareils.</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>Supprimer la séance</translation>
    </message>
    <message>
        <source>The session was deleted.</source>
        <translation>La séance a été supprimée.</translation>
    </message>
    <message>
        <source>This session was deleted. What you wrote in it is in the outbox.</source>
        <translation>Cette séance a été supprimée. Ce que vous y avez écrit est dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>This session was deleted.</source>
        <translation>Cette séance a été supprimée.</translation>
    </message>
    <message>
        <source>“{what}” will not be sent. Later texts of the session are kept.</source>
        <translation>«&#xa0;{what}&#xa0;» ne sera pas envoyé. Les textes suivants de la séance sont conservés.</translation>
    </message>
    <message>
        <source>“{what}” will not be sent. If it made a client or a session, all within goes with it.</source>
        <translation>«&#xa0;{what}&#xa0;» ne sera pas envoyé. Si cela a créé un client ou une séance, tout son contenu disparaît avec.</translation>
    </message>
    <message>
        <source>Discard this edit?</source>
        <translation>Abandonner cette modification&#x202f;?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
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
        <translation>E-mail (*.eml)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>This link does not lead to a web page, so it is not opened.</source>
        <translation>Ce lien ne mène pas à une page web&#x202f;; il n’est donc pas ouvert.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Ouvrir ce lien&#x202f;?</translation>
    </message>
    <message>
        <source>It leads to {host} and opens in your browser.</source>
        <translation>Il mène à {host} et s’ouvre dans votre navigateur.</translation>
    </message>
    <message>
        <source>Open {host}</source>
        <translation>Ouvrir {host}</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Aucun navigateur n’a pu être ouvert.</translation>
    </message>
</context>
<context>
    <name>CompareBanner</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Another device changed a line that you changed too. Both texts are kept.</source>
        <translation>Un autre appareil a modifié une ligne que vous avez modifiée aussi. Les deux textes sont conservés.</translation>
    </message>
    <message numerus="yes">
        <source>Another device changed %n places that you changed too. Both texts are kept.</source>
        <translation>
            <numerusform>Un autre appareil a modifié %n endroit que vous avez modifié aussi. Les deux textes sont conservés.</numerusform>
            <numerusform>Un autre appareil a modifié %n endroits que vous avez modifiés aussi. Les deux textes sont conservés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>DialogForm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Ask the platform the same</source>
        <translation>Demander la même chose à la plateforme</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n modification</numerusform>
            <numerusform>%n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Tout accepter</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Tout refuser</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Tout garder</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Tout annuler</translation>
    </message>
    <message>
        <source>Take theirs everywhere</source>
        <translation>Prendre leur texte partout</translation>
    </message>
    <message>
        <source>Keep mine everywhere</source>
        <translation>Garder mon texte partout</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre le leur</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message numerus="yes">
        <source>%n more changes come after these.</source>
        <translation>
            <numerusform>%n autre modification suit.</numerusform>
            <numerusform>%n autres modifications suivent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Help: the handbook</source>
        <translation>Aide : le manuel</translation>
    </message>
    <message>
        <source>This machine has no keychain, so a passphrase protects your notes. CoachDesk asks for it.</source>
        <translation>Cet ordinateur n’a pas de trousseau&#xa0;: une phrase secrète protège vos notes. CoachDesk vous la demandera.</translation>
    </message>
    <message>
        <source>Type the recovery key that was shown when this was set up. Then choose a new passphrase.</source>
        <translation>Saisissez la clé de récupération affichée lors de l’installation. Choisissez ensuite une nouvelle phrase secrète.</translation>
    </message>
    <message>
        <source>The key is right. Choose a passphrase that protects your notes from now on.</source>
        <translation>La clé est correcte. Choisissez une phrase secrète qui protégera désormais vos notes.</translation>
    </message>
</context>
<context>
    <name>EngineChoice</name>
    <message>
        <source>Who answers</source>
        <translation>Qui répond</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>{model} on this laptop</source>
        <translation>{model} sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>EvidenceMargin</name>
    <message>
        <source>Evidence in the transcript</source>
        <translation>Appuis dans la transcription</translation>
    </message>
    <message>
        <source>Nothing in the transcript supports this. Check it.</source>
        <translation>Rien dans la transcription n’appuie ceci. Vérifiez.</translation>
    </message>
    <message>
        <source>Said in line {n} of the transcript. Click to see it.</source>
        <translation>Dit à la ligne {n} de la transcription. Cliquez pour la voir.</translation>
    </message>
    <message>
        <source>Said in lines {n} to {last} of the transcript. Click to see them.</source>
        <translation>Dit aux lignes {n} à {last} de la transcription. Cliquez pour les voir.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export one session</source>
        <translation>Exporter une séance</translation>
    </message>
    <message numerus="yes">
        <source>Export %n sessions</source>
        <translation>
            <numerusform>Exporter&#xa0;%n séance</numerusform>
            <numerusform>Exporter&#xa0;%n séances</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Choisir un dossier …</translation>
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
        <translation>Sous-titres WebVTT</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Select some sessions in the list first, at most 1,000.</source>
        <translation>Sélectionnez d’abord des séances dans la liste, 1&#x202f;000 au plus.</translation>
    </message>
    <message>
        <source>Export into this folder</source>
        <translation>Exporter dans ce dossier</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n sessions were exported.</source>
        <translation>
            <numerusform>{done} séance sur&#xa0;%n exportée.</numerusform>
            <numerusform>{done} séances sur&#xa0;%n exportées.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pages are being laid out …</source>
        <translation>Mise en page en cours …</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Look at it, then print once more.</source>
        <translation>L’imprimante n’a pas accepté les pages. Vérifiez-la, puis imprimez de nouveau.</translation>
    </message>
    <message>
        <source>The pages are with the printer.</source>
        <translation>Les pages sont chez l’imprimante.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Tous les clients</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Plus récentes</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Plus anciennes</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Par client</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Validées</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Non synchronisées</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>À régler</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toute date</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Toute étiquette</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mois dernier</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Année dernière</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome to CoachDesk</source>
        <translation>Bienvenue dans CoachDesk</translation>
    </message>
    <message>
        <source>Sign in to your platform, or work on this laptop alone and sign in whenever you like.</source>
        <translation>Connectez-vous à votre plateforme, ou travaillez sur cet ordinateur seul et connectez-vous quand vous voudrez.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Work on this laptop only</source>
        <translation>Travailler sur cet ordinateur seul</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>Restaurer une sauvegarde …</translation>
    </message>
    <message>
        <source>Please enter the platform’s address, your name and your password.</source>
        <translation>Veuillez saisir l’adresse de la plateforme, votre nom et votre mot de passe.</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>Handbook</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>The diagnostics are on the clipboard. They hold no texts of your clients.</source>
        <translation>Le diagnostic est dans le presse-papiers. Il ne contient aucun texte de vos clients.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>None: all stays on this laptop</source>
        <translation>Aucune : tout reste sur cet ordinateur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>None that can be chosen here</source>
        <translation>Aucun qui puisse être choisi ici</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>There is no log yet.</source>
        <translation>Il n’y a pas encore de journal.</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>Le journal se trouve dans {folder}.</translation>
    </message>
</context>
<context>
    <name>HunkCard</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Change {number}, {section}</source>
        <translation>Modification {number}, {section}</translation>
    </message>
    <message>
        <source>Nothing stood here.</source>
        <translation>Il n’y avait rien ici.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Le mien</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Le leur</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Laissé</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a transcript</source>
        <translation>Importer une transcription</translation>
    </message>
    <message>
        <source>Import transcripts</source>
        <translation>Importer des transcriptions</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Choose, or type a new name</source>
        <translation>Choisir ou saisir un nom</translation>
    </message>
    <message>
        <source>Into the session that is open</source>
        <translation>Dans la séance ouverte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>What the files will become</source>
        <translation>Ce que deviendront les fichiers</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Intervenants</translation>
    </message>
    <message numerus="yes">
        <source>Not understood: %n. The reason is in the list.</source>
        <translation>
            <numerusform>Non compris : %n. La raison est dans la liste.</numerusform>
            <numerusform>Non compris : %n. Les raisons sont dans la liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where a file tells no day, it is today’s.</source>
        <translation>Si un fichier n’indique pas de jour, c’est celui d’aujourd’hui.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n transcripts</source>
        <translation>
            <numerusform>Importer %n transcription</numerusform>
            <numerusform>Importer %n transcriptions</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Importation …</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Aucun client</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import transcripts</source>
        <translation>Importer des transcriptions</translation>
    </message>
    <message>
        <source>Transcripts (*.txt *.vtt *.srt *.docx *.json *.pdf *.md)</source>
        <translation>Transcriptions (*.txt *.vtt *.srt *.docx *.json *.pdf *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n files at once.</source>
        <translation>
            <numerusform>Choisissez au plus %n fichier à la fois.</numerusform>
            <numerusform>Choisissez au plus %n fichiers à la fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>The transcript was imported.</source>
        <translation>La transcription a été importée.</translation>
    </message>
    <message numerus="yes">
        <source>%n transcripts were imported.</source>
        <translation>
            <numerusform>%n transcription a été importée.</numerusform>
            <numerusform>%n transcriptions ont été importées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n transcripts were imported.</source>
        <translation>
            <numerusform>{done} transcription importée sur %n.</numerusform>
            <numerusform>{done} transcriptions importées sur %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepBox</name>
    <message>
        <source>Keep on this laptop: it is never sent</source>
        <translation>Conserver sur cet ordinateur&#xa0;: jamais envoyé</translation>
    </message>
    <message>
        <source>Nothing of {what} is sent any more: not to the platform, not to your other devices. What they have of it is deleted there. Make backups: no other copy exists.</source>
        <translation>Plus rien de {what} n’est envoyé&#xa0;: ni à la plateforme, ni à vos autres appareils. Ce qui s’y trouve est supprimé. Faites des sauvegardes&#xa0;: il n’existe pas d’autre copie.</translation>
    </message>
    <message>
        <source>It is sent to the platform and to your other devices as soon as there is a connection.</source>
        <translation>Ce sera envoyé à la plateforme et à vos autres appareils dès qu’il y aura une connexion.</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Correct this line</source>
        <translation>Corriger cette ligne</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Paroles</translation>
    </message>
    <message>
        <source>Please enter what was said.</source>
        <translation>Veuillez saisir ce qui a été dit.</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Lock and passphrase</source>
        <translation>Verrouillage et phrase secrète</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>inchangée</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>jamais de lui-même</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>Lock when idle for</source>
        <translation>Verrouiller après une inactivité de</translation>
    </message>
    <message>
        <source>Use the keychain instead of a passphrase</source>
        <translation>Utiliser le trousseau au lieu d’une phrase secrète</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Les deux ne sont pas identiques. Saisissez-les à nouveau.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>CoachDesk is locked</source>
        <translation>CoachDesk est verrouillé</translation>
    </message>
    <message>
        <source>Type your passphrase. Nothing is sent or received until then.</source>
        <translation>Saisissez votre phrase secrète. Rien n’est envoyé ni reçu d’ici là.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Utiliser la clé de récupération</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log of CoachDesk</source>
        <translation>Journal de CoachDesk</translation>
    </message>
    <message>
        <source>What CoachDesk did, without any text of your clients. Whoever helps you may ask for it.</source>
        <translation>Ce que CoachDesk a fait, sans aucun texte de vos clients. La personne qui vous aide peut le demander.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Only files from this computer can be imported.</source>
        <translation>Seuls les fichiers de cet ordinateur peuvent être importés.</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Not on the platform yet</source>
        <translation>Pas encore sur la plateforme</translation>
    </message>
    <message>
        <source>More about this message</source>
        <translation>Plus sur ce message</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Demander à nouveau</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>Modifier et envoyer</translation>
    </message>
    <message>
        <source>Answer again on the platform</source>
        <translation>Nouvelle réponse de la plateforme</translation>
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
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>A reply about {name} has arrived.</source>
        <translation>Une réponse au sujet de {name} est arrivée.</translation>
    </message>
    <message>
        <source>A reply has arrived.</source>
        <translation>Une réponse est arrivée.</translation>
    </message>
    <message>
        <source>The platform refused an edit. It waits for your decision.</source>
        <translation>La plateforme a refusé une modification. Elle attend votre décision.</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Rules on this laptop — no model saw it</source>
        <translation>Règles sur cet ordinateur — aucun modèle ne l’a vu</translation>
    </message>
    <message>
        <source>{model} on this laptop — check this</source>
        <translation>{model} sur cet ordinateur — à vérifier</translation>
    </message>
    <message>
        <source>{model} on this laptop</source>
        <translation>{model} sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Edit</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Sent, no answer yet</source>
        <translation>Envoyé, pas encore de réponse</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Kept on this laptop</source>
        <translation>Conservé sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Edits that wait</source>
        <translation>Modifications en attente</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>Every edit that you made is on the platform.</source>
        <translation>Toutes vos modifications sont sur la plateforme.</translation>
    </message>
    <message>
        <source>Back to the session</source>
        <translation>Retour à la séance</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>Abandonner …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>The platform refused some edits. Their texts are safe here; decide about each.</source>
        <translation>La plateforme a refusé des modifications. Leurs textes sont en sûreté ici&#x202f;; décidez pour chacune.</translation>
    </message>
    <message>
        <source>These edits are stored on this laptop. They go to the platform in order once it is there.</source>
        <translation>Ces modifications sont enregistrées sur cet ordinateur. Elles iront dans l’ordre à la plateforme dès qu’elle sera joignable.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are listed.</source>
        <translation>
            <numerusform>La première est affichée (%n).</numerusform>
            <numerusform>Les %n premières sont affichées.</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Le texte est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>This edit holds no text.</source>
        <translation>Cette modification ne contient pas de texte.</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Actions and shortcuts</source>
        <translation>Actions et raccourcis</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Trouver une action</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Choose a printer …</source>
        <translation>Choisir une imprimante …</translation>
    </message>
    <message>
        <source>The summary is printed.</source>
        <translation>Le résumé est imprimé.</translation>
    </message>
    <message numerus="yes">
        <source>The transcript too: %n lines</source>
        <translation>
            <numerusform>La transcription aussi : %n ligne</numerusform>
            <numerusform>La transcription aussi : %n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen for “{name}”.</source>
        <translation>Saisissez la phrase secrète choisie pour «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Les deux ne sont pas identiques. Saisissez-les à nouveau.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Veuillez saisir la phrase secrète.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Choisissez une phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Les deux ne sont pas identiques. Saisissez-les à nouveau.</translation>
    </message>
</context>
<context>
    <name>PhotoField</name>
    <message>
        <source>Choose a picture …</source>
        <translation>Choisir une image …</translation>
    </message>
    <message>
        <source>Or drop one here</source>
        <translation>Ou déposez-la ici</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Images (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>This is not a file. Choose a PNG, JPEG or WebP picture.</source>
        <translation>Ce n’est pas un fichier. Choisissez une image PNG, JPEG ou WebP.</translation>
    </message>
    <message>
        <source>The picture cannot be opened: check that it is still there and that you may read it.</source>
        <translation>L’image ne peut pas être ouverte&#xa0;: vérifiez qu’elle est toujours là et que vous pouvez la lire.</translation>
    </message>
    <message>
        <source>This picture is larger than 30 MB. Choose a smaller one.</source>
        <translation>Cette image dépasse 30 Mo. Choisissez-en une plus petite.</translation>
    </message>
    <message>
        <source>This is not a picture that CoachDesk can read. Choose a PNG, JPEG or WebP picture.</source>
        <translation>CoachDesk ne sait pas lire cette image. Choisissez une image PNG, JPEG ou WebP.</translation>
    </message>
    <message>
        <source>This picture has too many pixels. Choose a smaller one.</source>
        <translation>Cette image a trop de pixels. Choisissez-en une plus petite.</translation>
    </message>
    <message>
        <source>This picture is broken and cannot be shown. Choose another one.</source>
        <translation>Cette image est abîmée et ne peut pas être montrée. Choisissez-en une autre.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Une autre langue s’applique au prochain démarrage.</translation>
    </message>
    <message>
        <source>Replies and refusals</source>
        <translation>Réponses et refus</translation>
    </message>
    <message>
        <source>The same, with the name</source>
        <translation>De même, avec le nom</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Me notifier</translation>
    </message>
    <message>
        <source>Look once a day and tell me</source>
        <translation>Vérifier une fois par jour et m’avertir</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Nouvelles versions</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouillage</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Open your notes again</source>
        <translation>Rouvrez vos notes</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de récupération</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyPage</name>
    <message>
        <source>Your recovery key</source>
        <translation>Votre clé de récupération</translation>
    </message>
    <message>
        <source>Your notes are encrypted. If this laptop’s keychain or your passphrase is lost, only this key opens them. Write it down, or save it somewhere else than on this laptop.</source>
        <translation>Vos notes sont chiffrées. Si le trousseau de cet ordinateur ou votre phrase secrète est perdu, seule cette clé les ouvre. Notez-la, ou enregistrez-la ailleurs que sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Enregistrer dans un fichier …</translation>
    </message>
    <message>
        <source>I have it, go on</source>
        <translation>Je l’ai, continuer</translation>
    </message>
    <message>
        <source>Later (Account → Show recovery key)</source>
        <translation>Plus tard (Compte → Afficher la clé de récupération)</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de récupération</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>I added “{0}”.</source>
        <translation>J’ai ajouté « {0} ».</translation>
    </message>
    <message>
        <source>I added “{0}” to {1}.</source>
        <translation>J’ai ajouté « {0} » à {1}.</translation>
    </message>
    <message>
        <source>I added a section “{0}”.</source>
        <translation>J’ai ajouté une section « {0} ».</translation>
    </message>
    <message>
        <source>I added a section “{0}” with “{1}”.</source>
        <translation>J’ai ajouté une section « {0} » avec « {1} ».</translation>
    </message>
    <message>
        <source>I changed “{0}” to “{1}”.</source>
        <translation>J’ai changé « {0} » en « {1} ».</translation>
    </message>
    <message>
        <source>I corrected “{0}” to “{1}”.</source>
        <translation>J’ai corrigé « {0} » en « {1} ».</translation>
    </message>
    <message>
        <source>I removed “{0}”.</source>
        <translation>J’ai retiré « {0} ».</translation>
    </message>
    <message>
        <source>I removed the section “{0}”.</source>
        <translation>J’ai retiré la section « {0} ».</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} (once).</source>
        <translation>J’ai renommé {0} en {1} (une fois).</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} (twice).</source>
        <translation>J’ai renommé {0} en {1} (deux fois).</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} ({2} times).</source>
        <translation>J’ai renommé {0} en {1} ({2} fois).</translation>
    </message>
    <message>
        <source>I renamed the section “{0}” to “{1}”.</source>
        <translation>J’ai renommé la section « {0} » en « {1} ».</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}”.</source>
        <translation>J’ai remplacé « {0} » par « {1} ».</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” (once).</source>
        <translation>J’ai remplacé « {0} » par « {1} » (une fois).</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” (twice).</source>
        <translation>J’ai remplacé « {0} » par « {1} » (deux fois).</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” ({2} times).</source>
        <translation>J’ai remplacé « {0} » par « {1} » ({2} fois).</translation>
    </message>
    <message>
        <source>I shortened the summary: from {0} to {1} words.</source>
        <translation>J’ai raccourci le résumé : de {0} à {1} mots.</translation>
    </message>
    <message>
        <source>I shortened {0}: from {1} to {2} words.</source>
        <translation>J’ai raccourci {0} : de {1} à {2} mots.</translation>
    </message>
    <message>
        <source>I shortened “{0}”.</source>
        <translation>J’ai raccourci « {0} ».</translation>
    </message>
    <message>
        <source>I numbered {0}.</source>
        <translation>J’ai numéroté {0}.</translation>
    </message>
    <message>
        <source>I gave checkboxes to {0}.</source>
        <translation>J’ai mis des cases à cocher à {0}.</translation>
    </message>
    <message>
        <source>I put into bullets: {0}.</source>
        <translation>J’ai mis des puces : {0}.</translation>
    </message>
    <message>
        <source>I merged into one paragraph: {0}.</source>
        <translation>J’ai réuni en un paragraphe : {0}.</translation>
    </message>
    <message>
        <source>I marked “{0}” as done.</source>
        <translation>J’ai marqué « {0} » comme fait.</translation>
    </message>
    <message>
        <source>I marked “{0}” as open.</source>
        <translation>J’ai marqué « {0} » comme à faire.</translation>
    </message>
    <message>
        <source>I split it into {0} items.</source>
        <translation>Je l’ai divisé en {0} points.</translation>
    </message>
    <message>
        <source>I moved “{0}”.</source>
        <translation>J’ai déplacé « {0} ».</translation>
    </message>
    <message>
        <source>I swapped the two items.</source>
        <translation>J’ai échangé les deux points.</translation>
    </message>
    <message>
        <source>I put the sections in that order.</source>
        <translation>J’ai mis les sections dans cet ordre.</translation>
    </message>
    <message>
        <source>I sorted the list.</source>
        <translation>J’ai trié la liste.</translation>
    </message>
    <message>
        <source>I sorted the sections.</source>
        <translation>J’ai trié les sections.</translation>
    </message>
    <message>
        <source>I reversed the order.</source>
        <translation>J’ai inversé l’ordre.</translation>
    </message>
    <message>
        <source>I emphasised the headings.</source>
        <translation>J’ai mis les titres en valeur.</translation>
    </message>
    <message>
        <source>I took the emphasis out.</source>
        <translation>J’ai retiré les mises en valeur.</translation>
    </message>
    <message>
        <source>The summary has {0} words.</source>
        <translation>Le résumé a {0} mots.</translation>
    </message>
    <message>
        <source>The summary has {0} bullets.</source>
        <translation>Le résumé a {0} puces.</translation>
    </message>
    <message>
        <source>The summary already reads that way.</source>
        <translation>C’est déjà ainsi dans le résumé.</translation>
    </message>
    <message>
        <source>It has that form already, so I left it as it was.</source>
        <translation>Il a déjà cette forme, je l’ai donc laissé tel quel.</translation>
    </message>
    <message>
        <source>It stands in that order already.</source>
        <translation>C’est déjà dans cet ordre.</translation>
    </message>
    <message>
        <source>No longer in the summary: {0}.</source>
        <translation>Ne figure plus dans le résumé : {0}.</translation>
    </message>
    <message>
        <source>That is not in the summary: it does not mention {0}.</source>
        <translation>Ce n’est pas dans le résumé : il ne mentionne pas {0}.</translation>
    </message>
    <message>
        <source>That is not in the summary: it does not say anything about it.</source>
        <translation>Ce n’est pas dans le résumé : il n’en dit rien.</translation>
    </message>
    <message>
        <source>There is a section “{0}” already, so I left the summary as it was.</source>
        <translation>Il y a déjà une section « {0} », j’ai donc laissé le résumé tel quel.</translation>
    </message>
    <message>
        <source>There is no emphasis in the summary.</source>
        <translation>Rien n’est mis en valeur dans le résumé.</translation>
    </message>
    <message>
        <source>There is nothing of that kind in the summary.</source>
        <translation>Il n’y a rien de tel dans le résumé.</translation>
    </message>
    <message>
        <source>There is nothing of that kind in the summary, so I left it as it was.</source>
        <translation>Il n’y a rien de tel dans le résumé, je l’ai donc laissé tel quel.</translation>
    </message>
    <message>
        <source>I found no such name in the summary, so I left it as it was.</source>
        <translation>Je n’ai pas trouvé ce nom dans le résumé, je l’ai donc laissé tel quel.</translation>
    </message>
    <message>
        <source>I found nothing in the summary that “{0}” names, so I left it as it was.</source>
        <translation>Je n’ai rien trouvé dans le résumé que « {0} » désigne, je l’ai donc laissé tel quel.</translation>
    </message>
    <message>
        <source>I found nothing that could go without losing something, so I left it as it was.</source>
        <translation>Je n’ai rien trouvé qui puisse partir sans perte, je l’ai donc laissé tel quel.</translation>
    </message>
    <message>
        <source>I wrote no e-mail: the summary holds no commitments and no next session.</source>
        <translation>Je n’ai pas écrit d’e-mail : le résumé ne contient ni engagement ni prochaine séance.</translation>
    </message>
    <message>
        <source>I did not understand “{0}” and did nothing about it.</source>
        <translation>Je n’ai pas compris « {0} » et n’en ai rien fait.</translation>
    </message>
    <message>
        <source>I did not understand “{0}”, so I left the summary as it was. Try one change at a time, such as “make it shorter”, “rename Anna to Anne” or “add a commitment: call Tom on Monday”.</source>
        <translation>Je n’ai pas compris « {0} » et j’ai laissé le résumé tel quel. Essayez une modification à la fois, par exemple « plus court », « numérote les engagements » ou « ajoute un engagement : appeler Tom lundi ».</translation>
    </message>
    <message>
        <source>I did not find the selected words any more, so I worked on the whole summary.</source>
        <translation>Je n’ai plus trouvé les mots sélectionnés, j’ai donc travaillé sur tout le résumé.</translation>
    </message>
    <message>
        <source>Tell me what to change in the summary, or ask me something about it.</source>
        <translation>Dites-moi que changer dans le résumé, ou posez-moi une question à son sujet.</translation>
    </message>
    <message>
        <source>The model on this laptop failed, so I used the rules alone.</source>
        <translation>Le modèle sur cet ordinateur a échoué, j’ai donc utilisé les règles seules.</translation>
    </message>
    <message>
        <source>I left the summary as it was: every change that this asked for failed a check.</source>
        <translation>J’ai laissé le résumé tel quel : chaque modification demandée a échoué à un contrôle.</translation>
    </message>
    <message>
        <source>I left the summary as it was: this would leave nothing of it. Delete the session if you want it gone.</source>
        <translation>J’ai laissé le résumé tel quel : il n’en resterait rien. Supprimez la séance si elle doit disparaître.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I only edit this summary and answer questions about it.</source>
        <translation>J’ai laissé le résumé tel quel : je ne fais que modifier ce résumé et répondre aux questions à son sujet.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I edit this summary and answer questions about it; I cannot do this.</source>
        <translation>J’ai laissé le résumé tel quel : je modifie ce résumé et réponds aux questions à son sujet ; cela, je ne peux pas le faire.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I add only what the transcript, the summary or you say is so, and nothing invented.</source>
        <translation>J’ai laissé le résumé tel quel : je n’ajoute que ce que disent la transcription, le résumé ou vous, et rien d’inventé.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I do not write what insults or harms people.</source>
        <translation>J’ai laissé le résumé tel quel : je n’écris pas ce qui insulte ou blesse des personnes.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I make no diagnosis and give no medical advice. It does not say anything of the kind.</source>
        <translation>J’ai laissé le résumé tel quel : je ne pose aucun diagnostic et ne donne aucun avis médical. Il ne dit rien de tel.</translation>
    </message>
    <message>
        <source>I left this as it was: the summary before the last change is in its list of revisions, and Undo in the window brings it back.</source>
        <translation>J’ai laissé cela tel quel : le résumé d’avant la dernière modification est dans la liste des versions, et Annuler dans la fenêtre le fait revenir.</translation>
    </message>
</context>
<context>
    <name>RevisionsView</name>
    <message>
        <source>Revisions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Select two to compare them</source>
        <translation>Sélectionnez-en deux pour les comparer</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Against the one before</source>
        <translation>Avec la précédente</translation>
    </message>
    <message>
        <source>Against the current</source>
        <translation>Avec l’actuelle</translation>
    </message>
    <message>
        <source>Restore this text</source>
        <translation>Rétablir ce texte</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Every text of the summary will be kept here, with who wrote it and when.</source>
        <translation>Chaque texte du résumé sera conservé ici, avec son auteur et sa date.</translation>
    </message>
    <message>
        <source>current</source>
        <translation>actuelle</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>validée</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>fusionnée</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search sessions</source>
        <translation>Chercher des séances</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A client needs a name.</source>
        <translation>Un client a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A new summary of the whole transcript ({0} % of it was read).</source>
        <translation>Un nouveau résumé de toute la transcription ({0}&#xa0;% en ont été lus).</translation>
    </message>
    <message>
        <source>A part of the data on this disk was damaged; it was set aside as {0}.</source>
        <translation>Une partie des données de ce disque était endommagée&#x202f;; elle a été mise de côté sous {0}.</translation>
    </message>
    <message>
        <source>A reply is still being written. Stop it first, or wait for it.</source>
        <translation>Une réponse est encore en cours. Arrêtez-la d’abord, ou attendez-la.</translation>
    </message>
    <message>
        <source>A session cannot be exported in that format: choose one of {0}.</source>
        <translation>Une séance ne peut pas être exportée dans ce format&#xa0;: choisissez parmi {0}.</translation>
    </message>
    <message>
        <source>A summary can have at most 256 KB. Shorten it, or keep the rest in another session.</source>
        <translation>Un résumé peut faire 256 Ko au plus. Raccourcissez-le, ou mettez le reste dans une autre séance.</translation>
    </message>
    <message>
        <source>A summary is already being written. Stop it first, or wait for it.</source>
        <translation>Un résumé est déjà en cours. Arrêtez-le d’abord, ou attendez-le.</translation>
    </message>
    <message>
        <source>A transcript is not on this laptop yet. Connect to the platform once, and try again.</source>
        <translation>Une transcription n’est pas encore sur cet ordinateur. Connectez-vous une fois à la plateforme, puis réessayez.</translation>
    </message>
    <message>
        <source>AI policy</source>
        <translation>règle d’IA</translation>
    </message>
    <message>
        <source>All edits that were waiting could be read and are still here.</source>
        <translation>Toutes les modifications en attente ont pu être lues et sont encore là.</translation>
    </message>
    <message>
        <source>An earlier edit of this session has to be settled first.</source>
        <translation>Une modification antérieure de cette séance doit d’abord être réglée.</translation>
    </message>
    <message>
        <source>An edit of a session names no session; please report this.</source>
        <translation>Une modification de séance ne nomme aucune séance&#x202f;; veuillez le signaler.</translation>
    </message>
    <message>
        <source>Another CoachDesk is busy opening this data; try again in a minute.</source>
        <translation>Un autre CoachDesk ouvre ces données&#x202f;; réessayez dans une minute.</translation>
    </message>
    <message>
        <source>Another CoachDesk is renewing the sign-in. It is tried again soon.</source>
        <translation>Un autre CoachDesk renouvelle la connexion. Un nouvel essai suivra bientôt.</translation>
    </message>
    <message>
        <source>Another device changed this in the meantime.</source>
        <translation>Un autre appareil a modifié ceci entre-temps.</translation>
    </message>
    <message>
        <source>Another program is busy with CoachDesk&apos;s data, so this was not saved; try again.</source>
        <translation>Un autre programme utilise les données de CoachDesk&#x202f;; ceci n’a pas été enregistré. Réessayez.</translation>
    </message>
    <message>
        <source>Another version of CoachDesk was installed. Close CoachDesk and start it again; what you wrote is saved.</source>
        <translation>Une autre version de CoachDesk a été installée. Fermez CoachDesk et relancez-le ; ce que vous avez écrit est enregistré.</translation>
    </message>
    <message>
        <source>COACHDESK_TOKEN is set, but not the platform&apos;s address. Set COACHDESK_SERVER too.</source>
        <translation>COACHDESK_TOKEN est défini, mais pas l’adresse de la plateforme. Définissez aussi COACHDESK_SERVER.</translation>
    </message>
    <message>
        <source>COACHDESK_TOKEN says who you are; start CoachDesk without it to sign in.</source>
        <translation>COACHDESK_TOKEN dit qui vous êtes&#x202f;; démarrez CoachDesk sans lui pour vous connecter.</translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation>Modifié : {0}</translation>
    </message>
    <message>
        <source>Changed: {0} and {1}</source>
        <translation>Modifié : {0} et {1}</translation>
    </message>
    <message>
        <source>Changed: {0}, {1} and {2}</source>
        <translation>Modifié : {0}, {1} et {2}</translation>
    </message>
    <message>
        <source>Changed: {0}, {1} and {2} more</source>
        <translation>Modifié : {0}, {1} et {2} autres éléments</translation>
    </message>
    <message>
        <source>Charge it before you leave.</source>
        <translation>Rechargez-la avant de partir.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Vérification …</translation>
    </message>
    <message>
        <source>Choose a passphrase of at least {0} characters; a few words are easy to remember.</source>
        <translation>Choisissez une phrase secrète d’au moins {0} caractères&#x202f;; quelques mots se retiennent facilement.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Choose another with: coachdesk model use NAME.</source>
        <translation>Choisissez-en un autre avec&#xa0;: coachdesk model use NAME.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model with: coachdesk model use NAME.</source>
        <translation>Fermez d’autres programmes, ou choisissez un modèle plus petit avec&#xa0;: coachdesk model use NAME.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Fermez d’autres programmes, ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>CoachDesk does not send notes over plain http. Use the https:// address of the platform.</source>
        <translation>CoachDesk n’envoie pas de notes en http non chiffré. Utilisez l’adresse https:// de la plateforme.</translation>
    </message>
    <message>
        <source>CoachDesk is closing, so this was not saved; start it again.</source>
        <translation>CoachDesk se ferme&#x202f;; ceci n’a pas été enregistré. Redémarrez-le.</translation>
    </message>
    <message>
        <source>CoachDesk is closing; start it again.</source>
        <translation>CoachDesk se ferme&#x202f;; redémarrez-le.</translation>
    </message>
    <message>
        <source>CoachDesk is locked. Type your passphrase.</source>
        <translation>CoachDesk est verrouillé. Saisissez votre phrase secrète.</translation>
    </message>
    <message>
        <source>CoachDesk may not write to its folder; check the permissions of the disk and try again.</source>
        <translation>CoachDesk n’a pas le droit d’écrire dans son dossier&#x202f;; vérifiez les droits du disque et réessayez.</translation>
    </message>
    <message>
        <source>CoachDesk may not write to its folder; check the permissions of the disk.</source>
        <translation>CoachDesk n’a pas le droit d’écrire dans son dossier&#x202f;; vérifiez les droits du disque.</translation>
    </message>
    <message>
        <source>CoachDesk {0} is there.{1} Read more and get it at {2}</source>
        <translation>CoachDesk {0} est disponible.{1} Pour en savoir plus et l’obtenir&#xa0;: {2}</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s data cannot be opened; check that its folder is there and may be written.</source>
        <translation>Les données de CoachDesk ne peuvent pas être ouvertes&#x202f;; vérifiez que son dossier existe et qu’on peut y écrire.</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s data on this disk is damaged; start it again, and it saves all that can still be read.</source>
        <translation>Les données de CoachDesk sur ce disque sont endommagées&#x202f;; redémarrez-le, et il sauvera tout ce qui est encore lisible.</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s folder cannot be made; check the disk and its permissions.</source>
        <translation>Le dossier de CoachDesk ne peut pas être créé&#x202f;; vérifiez le disque et ses droits.</translation>
    </message>
    <message>
        <source>Decide about each in the outbox.</source>
        <translation>Décidez pour chacune dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Go online and run: coachdesk sync.</source>
        <translation>Connectez-vous et exécutez&#xa0;: coachdesk sync.</translation>
    </message>
    <message>
        <source>Go online and run: coachdesk travel-check.</source>
        <translation>Connectez-vous et exécutez&#xa0;: coachdesk travel-check.</translation>
    </message>
    <message>
        <source>Go online, and sync.</source>
        <translation>Connectez-vous, puis synchronisez.</translation>
    </message>
    <message>
        <source>Go online, sync, and look again.</source>
        <translation>Connectez-vous, synchronisez, puis vérifiez de nouveau.</translation>
    </message>
    <message>
        <source>Look at them with: coachdesk queue.</source>
        <translation>Regardez-les avec&#xa0;: coachdesk queue.</translation>
    </message>
    <message>
        <source>Make room: CoachDesk wants 1 GB for what it keeps while offline.</source>
        <translation>Faites de la place&#xa0;: CoachDesk veut 1 Go pour ce qu’il garde hors ligne.</translation>
    </message>
    <message>
        <source>Memory is too short for {0}, so {1} answers on this laptop. Close other programs to use the larger one.</source>
        <translation>La mémoire ne suffit pas pour {0}&#x202f;; {1} répond donc sur cet ordinateur. Fermez d’autres programmes pour utiliser le plus grand.</translation>
    </message>
    <message>
        <source>Memory is too short for {0}. Close other programs, or choose a smaller model.</source>
        <translation>La mémoire ne suffit pas pour {0}. Fermez d’autres programmes, ou choisissez un modèle plus petit.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Nouvelle séance</translation>
    </message>
    <message>
        <source>No refused edit has this id; the list of waiting edits shows those there are.</source>
        <translation>Aucune modification refusée n’a cet identifiant&#x202f;; la liste d’attente montre celles qui existent.</translation>
    </message>
    <message>
        <source>No waiting edit has this id; the list of waiting edits shows those there are.</source>
        <translation>Aucune modification en attente n’a cet identifiant&#x202f;; la liste d’attente montre celles qui existent.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this laptop.</source>
        <translation>Personne n’est connecté sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing can be said about newer versions at the moment.</source>
        <translation>On ne peut rien dire des nouvelles versions pour le moment.</translation>
    </message>
    <message>
        <source>Nothing changed any more</source>
        <translation>Plus rien de modifié</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Rien n’attend d’être envoyé.</translation>
    </message>
    <message>
        <source>Offline · everything is on this laptop</source>
        <translation>Hors ligne · tout est sur cet ordinateur</translation>
    </message>
    <message>
        <source>Offline · {0}</source>
        <translation>Hors ligne · {0}</translation>
    </message>
    <message>
        <source>On this laptop only</source>
        <translation>Sur cet ordinateur seulement</translation>
    </message>
    <message>
        <source>On this laptop {0} would write better than {1}, the model that came along. Get it{2} with: coachdesk model {3} {4}</source>
        <translation>Sur cet ordinateur, {0} écrirait mieux que {1}, le modèle fourni. Obtenez-le{2} avec&#xa0;: coachdesk model {3} {4}</translation>
    </message>
    <message>
        <source>On this laptop · the platform answers in the chat</source>
        <translation>Sur cet ordinateur · la plateforme répond dans le chat</translation>
    </message>
    <message>
        <source>One of the client&apos;s fields has a value that is too long or of the wrong kind.</source>
        <translation>Un champ du client a une valeur trop longue ou d’un type incorrect.</translation>
    </message>
    <message>
        <source>One of the session&apos;s fields has a value that is too long or of the wrong kind.</source>
        <translation>Un champ de la séance a une valeur trop longue ou d’un type incorrect.</translation>
    </message>
    <message>
        <source>Question to the platform</source>
        <translation>Question à la plateforme</translation>
    </message>
    <message>
        <source>Reply in the chat</source>
        <translation>Réponse dans le chat</translation>
    </message>
    <message>
        <source>Rules on this laptop answer, no model sees it</source>
        <translation>Des règles sur cet ordinateur répondent, aucun modèle ne le voit</translation>
    </message>
    <message>
        <source>Signed in to {0}.</source>
        <translation>Connecté à {0}.</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Déconnecté.</translation>
    </message>
    <message>
        <source>Something went wrong in CoachDesk itself. Your work is safe; please try again.</source>
        <translation>Une erreur s’est produite dans CoachDesk même. Votre travail est en sûreté&#x202f;; veuillez réessayer.</translation>
    </message>
    <message>
        <source>Stopped. If the platform answers all the same, its words appear here.</source>
        <translation>Arrêté. Si la plateforme répond tout de même, ses mots apparaîtront ici.</translation>
    </message>
    <message>
        <source>Stopped. The summary is as it was.</source>
        <translation>Arrêté. Le résumé est inchangé.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Résumer</translation>
    </message>
    <message>
        <source>Summarising</source>
        <translation>Résumé en cours</translation>
    </message>
    <message>
        <source>Summary approved</source>
        <translation>Résumé validé</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Synchronisé</translation>
    </message>
    <message>
        <source>Syncing stopped because of a defect. Restart CoachDesk; your edits are safe.</source>
        <translation>La synchronisation s’est arrêtée à cause d’un défaut. Redémarrez CoachDesk&#x202f;; vos modifications sont en sûreté.</translation>
    </message>
    <message>
        <source>Syncing · {0}</source>
        <translation>Synchronisation · {0}</translation>
    </message>
    <message>
        <source>The address answers, but not as a platform. Check it; on a guest Wi-Fi, sign in there first.</source>
        <translation>L’adresse répond, mais pas comme une plateforme. Vérifiez-la&#x202f;; sur un Wi-Fi invité, connectez-vous d’abord à celui-ci.</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>La sauvegarde a été restaurée.</translation>
    </message>
    <message>
        <source>The battery is at {0} %.</source>
        <translation>La batterie est à {0}&#xa0;%.</translation>
    </message>
    <message>
        <source>The certificates that COACHDESK_CA names cannot be read. Check the file; your edits wait here.</source>
        <translation>Les certificats que nomme COACHDESK_CA sont illisibles. Vérifiez le fichier&#x202f;; vos modifications attendent ici.</translation>
    </message>
    <message>
        <source>The choice of the model could not be stored ({0}).</source>
        <translation>Le choix du modèle n’a pas pu être enregistré ({0}).</translation>
    </message>
    <message>
        <source>The client&apos;s AI policy does not allow this.</source>
        <translation>La règle d’IA du client ne le permet pas.</translation>
    </message>
    <message>
        <source>The connection dropped. Your edits wait on this laptop.</source>
        <translation>La connexion est coupée. Vos modifications attendent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The date of a session is written YYYY-MM-DD, like 2026-05-12.</source>
        <translation>La date d’une séance s’écrit AAAA-MM-JJ, comme 2026-05-12.</translation>
    </message>
    <message>
        <source>The disk did not do what CoachDesk asked, so this was not saved; check it and try again.</source>
        <translation>Le disque n’a pas fait ce que CoachDesk demandait&#x202f;; ceci n’a pas été enregistré. Vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved; make some room and try again.</source>
        <translation>Le disque est plein&#x202f;; ceci n’a pas été enregistré. Faites de la place et réessayez.</translation>
    </message>
    <message>
        <source>The disk is full, so “{0}” was not written: make room and export again.</source>
        <translation>Le disque est plein&#x202f;; «&#xa0;{0}&#xa0;» n’a pas été écrit&#xa0;: faites de la place et exportez à nouveau.</translation>
    </message>
    <message>
        <source>The disk is too slow to save the last edits; they are kept until CoachDesk starts again.</source>
        <translation>Le disque est trop lent pour enregistrer les dernières modifications&#x202f;; elles sont gardées jusqu’au prochain démarrage de CoachDesk.</translation>
    </message>
    <message>
        <source>The download was cut off. What has arrived is kept: try again when the connection is better.</source>
        <translation>Le téléchargement a été coupé. Ce qui est arrivé est gardé&#xa0;: réessayez avec une meilleure connexion.</translation>
    </message>
    <message>
        <source>The file was read as {0}; check letters with accents.</source>
        <translation>Le fichier a été lu en {0}&#x202f;; vérifiez les lettres accentuées.</translation>
    </message>
    <message>
        <source>The grammar of this request cannot be read.</source>
        <translation>La grammaire de cette demande est illisible.</translation>
    </message>
    <message>
        <source>The hub does not have {0} (it says {1}). Choose another model.</source>
        <translation>Le hub n’a pas {0} (il dit {1}). Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The hub sends from address to address without an end. Try again later, or import a file.</source>
        <translation>Le hub renvoie sans fin d’adresse en adresse. Réessayez plus tard, ou importez un fichier.</translation>
    </message>
    <message>
        <source>The hub sent more than {0} has. Try again later, or import a file.</source>
        <translation>Le hub a envoyé plus que la taille de {0}. Réessayez plus tard, ou importez un fichier.</translation>
    </message>
    <message>
        <source>The hub sent the download to an address without encryption, so it was stopped. Import a file instead.</source>
        <translation>Le hub a renvoyé vers une adresse non chiffrée&#x202f;; le téléchargement a été arrêté. Importez plutôt un fichier.</translation>
    </message>
    <message>
        <source>The key of your data cannot be read from the disk; check its permissions.</source>
        <translation>La clé de vos données ne peut pas être lue sur le disque&#x202f;; vérifiez ses droits.</translation>
    </message>
    <message>
        <source>The keychain did not hold the key of your data; set COACHDESK_PASSPHRASE instead.</source>
        <translation>Le trousseau n’a pas gardé la clé de vos données&#x202f;; définissez plutôt COACHDESK_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The keychain does not answer; unlock it, or {0}.</source>
        <translation>Le trousseau ne répond pas&#x202f;; déverrouillez-le, ou {0}.</translation>
    </message>
    <message>
        <source>The keychain of this machine no longer holds the key of your data; {0}.</source>
        <translation>Le trousseau de cet ordinateur n’a plus la clé de vos données&#x202f;; {0}.</translation>
    </message>
    <message>
        <source>The keychain refused to hold the key of your data; unlock it and try again.</source>
        <translation>Le trousseau a refusé la clé de vos données&#x202f;; déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>The keychain that holds the key of your data is not there; unlock it, or {0}.</source>
        <translation>Le trousseau qui détient la clé de vos données n’est pas là&#x202f;; déverrouillez-le, ou {0}.</translation>
    </message>
    <message>
        <source>The local data can be read, but parts of it do not fit together.</source>
        <translation>Les données locales sont lisibles, mais certaines parties ne concordent pas.</translation>
    </message>
    <message>
        <source>The local data cannot be read, or parts of it are damaged.</source>
        <translation>Les données locales sont illisibles, ou endommagées en partie.</translation>
    </message>
    <message>
        <source>The model could not be stored ({0}). Make room and try again.</source>
        <translation>Le modèle n’a pas pu être enregistré ({0}). Faites de la place et réessayez.</translation>
    </message>
    <message>
        <source>The model file {0} cannot be read ({1}). Choose another model.</source>
        <translation>Le fichier de modèle {0} est illisible ({1}). Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The model on this laptop answers</source>
        <translation>Le modèle sur cet ordinateur répond</translation>
    </message>
    <message>
        <source>The model on this laptop could not go on. Please try again.</source>
        <translation>Le modèle sur cet ordinateur n’a pas pu continuer. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>The model on this laptop did not start. Simple requests still work.</source>
        <translation>Le modèle sur cet ordinateur n’a pas démarré. Les demandes simples fonctionnent toujours.</translation>
    </message>
    <message>
        <source>The model on this laptop stopped unexpectedly and was started again; your text is kept. Please try again.</source>
        <translation>Le modèle sur cet ordinateur s’est arrêté de façon inattendue et a été relancé&#x202f;; votre texte est conservé. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>The model on this laptop was closed before it had finished.</source>
        <translation>Le modèle sur cet ordinateur a été fermé avant d’avoir fini.</translation>
    </message>
    <message>
        <source>The model on this laptop was closed. Start CoachDesk again.</source>
        <translation>Le modèle sur cet ordinateur a été fermé. Redémarrez CoachDesk.</translation>
    </message>
    <message>
        <source>The model process could not be started ({0}). Please try again.</source>
        <translation>Le processus du modèle n’a pas pu démarrer ({0}). Veuillez réessayer.</translation>
    </message>
    <message>
        <source>The model process stopped while it was loading {0}. Choose another model.</source>
        <translation>Le processus du modèle s’est arrêté en chargeant {0}. Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The note about the key could not be saved; check the disk and try again.</source>
        <translation>La note sur la clé n’a pas pu être enregistrée&#x202f;; vérifiez le disque et réessayez.</translation>
    </message>
    <message>
        <source>The note about the key of this data is damaged; enter the recovery key to open it.</source>
        <translation>La note sur la clé de ces données est endommagée&#x202f;; saisissez la clé de récupération pour les ouvrir.</translation>
    </message>
    <message>
        <source>The note about the key of this data is missing; enter the recovery key to open it.</source>
        <translation>La note sur la clé de ces données manque&#x202f;; saisissez la clé de récupération pour les ouvrir.</translation>
    </message>
    <message>
        <source>The passphrase is set, but the keychain did not forget the old key; remove “CoachDesk” there by hand.</source>
        <translation>La phrase secrète est définie, mais le trousseau n’a pas oublié l’ancienne clé&#x202f;; retirez-y «&#xa0;CoachDesk&#xa0;» à la main.</translation>
    </message>
    <message>
        <source>The picture {0} could not be written. Is there room on the disk?</source>
        <translation>L’image {0} n’a pas pu être écrite. Y a-t-il de la place sur le disque&#x202f;?</translation>
    </message>
    <message>
        <source>The platform and this laptop do not agree on what they hold. CoachDesk looks again later; no edit is lost.</source>
        <translation>La plateforme et cet ordinateur ne s’accordent pas sur ce qu’ils contiennent. CoachDesk vérifiera plus tard ; aucune modification n’est perdue.</translation>
    </message>
    <message>
        <source>The platform answers</source>
        <translation>La plateforme répond</translation>
    </message>
    <message>
        <source>The platform cannot be reached now. Ask the laptop, or try again when you are online.</source>
        <translation>La plateforme est injoignable pour l’instant. Demandez à cet ordinateur, ou réessayez une fois en ligne.</translation>
    </message>
    <message>
        <source>The platform cannot be reached. Your edits wait on this laptop.</source>
        <translation>La plateforme est injoignable. Vos modifications attendent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The platform could not do this now. CoachDesk tries again by itself.</source>
        <translation>La plateforme n’a pas pu le faire pour l’instant. CoachDesk réessaie de lui-même.</translation>
    </message>
    <message>
        <source>The platform could not read this edit.</source>
        <translation>La plateforme n’a pas pu lire cette modification.</translation>
    </message>
    <message>
        <source>The platform did not answer before the line dropped. Look at the chat before you ask it again.</source>
        <translation>La plateforme n’a pas répondu avant la coupure. Regardez le chat avant de redemander.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in any more. Sign in again; nothing is lost.</source>
        <translation>La plateforme n’accepte plus votre connexion. Reconnectez-vous&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in. Sign in again; everything is on this laptop.</source>
        <translation>La plateforme n’accepte pas votre connexion. Reconnectez-vous&#x202f;; tout est sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in. Sign in again; your edits wait here.</source>
        <translation>La plateforme n’accepte pas votre connexion. Reconnectez-vous&#x202f;; vos modifications attendent ici.</translation>
    </message>
    <message>
        <source>The platform does not accept your token. Sign in again; your edits wait here.</source>
        <translation>La plateforme n’accepte pas votre jeton. Reconnectez-vous&#x202f;; vos modifications attendent ici.</translation>
    </message>
    <message>
        <source>The platform does not answer. Your edits wait on this laptop.</source>
        <translation>La plateforme ne répond pas. Vos modifications attendent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The platform does not have the file that this edit names.</source>
        <translation>La plateforme n’a pas le fichier que nomme cette modification.</translation>
    </message>
    <message>
        <source>The platform does not have this file.</source>
        <translation>La plateforme n’a pas ce fichier.</translation>
    </message>
    <message>
        <source>The platform does not know this name and password. Check both and try again.</source>
        <translation>La plateforme ne connaît pas ce nom et ce mot de passe. Vérifiez les deux et réessayez.</translation>
    </message>
    <message>
        <source>The platform does not know what this edit is about.</source>
        <translation>La plateforme ne sait pas à quoi se rapporte cette modification.</translation>
    </message>
    <message>
        <source>The platform does not sync any more. Your edits wait on this laptop; ask those who run it.</source>
        <translation>La plateforme ne synchronise plus. Vos modifications attendent sur cet ordinateur&#x202f;; demandez à ceux qui la gèrent.</translation>
    </message>
    <message>
        <source>The platform is not ready. CoachDesk goes on trying; your edits wait on this laptop.</source>
        <translation>La plateforme n’est pas prête. CoachDesk continue d’essayer&#x202f;; vos modifications attendent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The platform refused the file.</source>
        <translation>La plateforme a refusé le fichier.</translation>
    </message>
    <message>
        <source>The platform sent a file larger than 50 MB. It was not taken.</source>
        <translation>La plateforme a envoyé un fichier de plus de 50 Mo. Il n’a pas été pris.</translation>
    </message>
    <message>
        <source>The platform sent something that CoachDesk cannot read; nothing was changed.</source>
        <translation>La plateforme a envoyé quelque chose que CoachDesk ne sait pas lire&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The platform speaks another version. Update CoachDesk; your edits wait here.</source>
        <translation>La plateforme parle une autre version. Mettez CoachDesk à jour ; vos modifications attendent ici.</translation>
    </message>
    <message>
        <source>The recovery key could not be saved there; choose another place.</source>
        <translation>La clé de récupération n’a pas pu y être enregistrée&#x202f;; choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The replica refused a statement ({0}); please report this.</source>
        <translation>La base locale a refusé une instruction ({0})&#x202f;; veuillez le signaler.</translation>
    </message>
    <message>
        <source>The reply failed because of a defect in CoachDesk. The summary is as it was; try it again.</source>
        <translation>La réponse a échoué à cause d’un défaut de CoachDesk. Le résumé est inchangé&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>The session was deleted on another device.</source>
        <translation>La séance a été supprimée sur un autre appareil.</translation>
    </message>
    <message>
        <source>The sign-in was renewed.</source>
        <translation>La connexion a été renouvelée.</translation>
    </message>
    <message>
        <source>The starter model is missing. Install CoachDesk again, or add a model file.</source>
        <translation>Le modèle de départ manque. Réinstallez CoachDesk, ou ajoutez un fichier de modèle.</translation>
    </message>
    <message>
        <source>The text is longer than the platform accepts.</source>
        <translation>Le texte est plus long que ce que la plateforme accepte.</translation>
    </message>
    <message>
        <source>The transcript is not on this laptop now. Correct it once it could be fetched.</source>
        <translation>La transcription n’est pas sur cet ordinateur pour l’instant. Corrigez-la quand elle aura pu être récupérée.</translation>
    </message>
    <message>
        <source>The transcript of this session is not on this laptop. Import it, or connect to fetch it.</source>
        <translation>La transcription de cette séance n’est pas sur cet ordinateur. Importez-la, ou connectez-vous pour la récupérer.</translation>
    </message>
    <message>
        <source>There are no transcripts of the last {0} days.</source>
        <translation>Il n’y a pas de transcription des {0} derniers jours.</translation>
    </message>
    <message>
        <source>There is no change of the platform left to undo.</source>
        <translation>Il n’y a plus de modification de la plateforme à annuler.</translation>
    </message>
    <message>
        <source>There is no client with this id.</source>
        <translation>Il n’y a pas de client avec cet identifiant.</translation>
    </message>
    <message>
        <source>There is no data here yet; sign in or start CoachDesk once.</source>
        <translation>Il n’y a pas encore de données ici&#x202f;; connectez-vous ou démarrez CoachDesk une fois.</translation>
    </message>
    <message>
        <source>There is no file “{0}”. Check the path.</source>
        <translation>Il n’y a pas de fichier «&#xa0;{0}&#xa0;». Vérifiez le chemin.</translation>
    </message>
    <message>
        <source>There is no file “{0}”: check its name and folder.</source>
        <translation>Il n’y a pas de fichier «&#xa0;{0}&#xa0;»&#xa0;: vérifiez son nom et son dossier.</translation>
    </message>
    <message>
        <source>There is no folder “{0}” to export into: create it first.</source>
        <translation>Il n’y a pas de dossier «&#xa0;{0}&#xa0;» où exporter&#xa0;: créez-le d’abord.</translation>
    </message>
    <message>
        <source>There is no folder “{0}”. Create it first, or name another.</source>
        <translation>Il n’y a pas de dossier « {0} ». Créez-le d’abord, ou nommez-en un autre.</translation>
    </message>
    <message>
        <source>There is no model file at {0}. Choose another model, or put the file back.</source>
        <translation>Il n’y a pas de fichier de modèle à {0}. Choisissez un autre modèle, ou remettez le fichier.</translation>
    </message>
    <message>
        <source>There is no proposal in this session that the platform could be asked for.</source>
        <translation>Il n’y a pas dans cette séance de proposition à demander à la plateforme.</translation>
    </message>
    <message>
        <source>There is no proposal in this session that waits for a decision.</source>
        <translation>Aucune proposition n’attend de décision dans cette séance.</translation>
    </message>
    <message>
        <source>There is no question to ask again.</source>
        <translation>Il n’y a pas de question à reposer.</translation>
    </message>
    <message>
        <source>There is no revision with this id. `coachdesk revisions` shows those there are.</source>
        <translation>Il n’y a pas de version avec cet identifiant. `coachdesk revisions` montre celles qui existent.</translation>
    </message>
    <message>
        <source>There is no session with this id.</source>
        <translation>Il n’y a pas de séance avec cet identifiant.</translation>
    </message>
    <message>
        <source>There is no session with this id. `coachdesk list` shows those there are.</source>
        <translation>Il n’y a pas de séance avec cet identifiant. `coachdesk list` montre celles qui existent.</translation>
    </message>
    <message>
        <source>There is no summary in this session that a branch could be settled with.</source>
        <translation>Il n’y a pas de résumé dans cette séance avec lequel réunir un autre texte.</translation>
    </message>
    <message>
        <source>There is no summary yet that could be approved.</source>
        <translation>Il n’y a pas encore de résumé à valider.</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Il n’y a encore rien à envoyer.</translation>
    </message>
    <message>
        <source>This client&apos;s AI policy keeps the text on this laptop. Ask the laptop, or change the policy.</source>
        <translation>La règle d’IA de ce client garde le texte sur cet ordinateur. Demandez à cet ordinateur, ou changez la règle.</translation>
    </message>
    <message>
        <source>This data is locked with a passphrase; type it, or set COACHDESK_PASSPHRASE to it.</source>
        <translation>Ces données sont verrouillées par une phrase secrète&#x202f;; saisissez-la, ou définissez COACHDESK_PASSPHRASE.</translation>
    </message>
    <message>
        <source>This data was written by a newer CoachDesk; install that version to open it.</source>
        <translation>Ces données viennent d’un CoachDesk plus récent&#x202f;; installez cette version pour les ouvrir.</translation>
    </message>
    <message>
        <source>This deletion has been sent already and cannot be taken back.</source>
        <translation>Cette suppression a déjà été envoyée et ne peut plus être annulée.</translation>
    </message>
    <message>
        <source>This edit does not wait any more.</source>
        <translation>Cette modification n’attend plus.</translation>
    </message>
    <message>
        <source>This edit is on its way to the platform; wait for its answer.</source>
        <translation>Cette modification est en route vers la plateforme&#x202f;; attendez sa réponse.</translation>
    </message>
    <message>
        <source>This home holds data of the same coach already; nothing was overwritten. Use a fresh home.</source>
        <translation>Ce dossier contient déjà des données du même coach&#x202f;; rien n’a été écrasé. Utilisez un dossier vide.</translation>
    </message>
    <message>
        <source>This is longer than the platform accepts (256 KiB of text); please shorten it.</source>
        <translation>C’est plus long que ce que la plateforme accepte (256 Kio de texte)&#x202f;; veuillez le raccourcir.</translation>
    </message>
    <message>
        <source>This is not a recovery key as it was shown; compare it letter by letter.</source>
        <translation>Ce n’est pas une clé de récupération telle qu’affichée&#x202f;; comparez lettre par lettre.</translation>
    </message>
    <message>
        <source>This is too long for the model on this laptop: {0} tokens and {1} for the answer, of {2}. Choose a part of it, or a larger model.</source>
        <translation>C’est trop long pour le modèle sur cet ordinateur&#xa0;: {0} jetons et {1} pour la réponse, sur {2}. Choisissez-en une partie, ou un modèle plus grand.</translation>
    </message>
    <message>
        <source>This key does not open the data on this disk; use the one it was made with.</source>
        <translation>Cette clé n’ouvre pas les données de ce disque&#x202f;; utilisez celle avec laquelle elles ont été créées.</translation>
    </message>
    <message>
        <source>This machine has no keychain to hold the key of your data; set COACHDESK_PASSPHRASE instead.</source>
        <translation>Cet ordinateur n’a pas de trousseau pour la clé de vos données&#x202f;; définissez plutôt COACHDESK_PASSPHRASE.</translation>
    </message>
    <message>
        <source>This machine tells of no battery.</source>
        <translation>Cet ordinateur ne signale pas de batterie.</translation>
    </message>
    <message>
        <source>This passphrase does not open the backup. Type the one it was made with.</source>
        <translation>Cette phrase secrète n’ouvre pas la sauvegarde. Saisissez celle avec laquelle elle a été faite.</translation>
    </message>
    <message>
        <source>This passphrase does not open your data; try again, or use the recovery key.</source>
        <translation>Cette phrase secrète n’ouvre pas vos données&#x202f;; réessayez, ou utilisez la clé de récupération.</translation>
    </message>
    <message>
        <source>This picture is too large for a photo of a client. Choose a smaller one.</source>
        <translation>Cette image est trop grande pour la photo d’un client. Choisissez-en une plus petite.</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data; look for the one shown when this was set up.</source>
        <translation>Cette clé de récupération appartient à d’autres données&#x202f;; cherchez celle affichée lors de l’installation.</translation>
    </message>
    <message>
        <source>This session has no transcript to export as captions: import one, or choose another format.</source>
        <translation>Cette séance n’a pas de transcription à exporter en sous-titres&#xa0;: importez-en une, ou choisissez un autre format.</translation>
    </message>
    <message>
        <source>This session is kept on this laptop. Ask the laptop, or release it first (Session menu).</source>
        <translation>Cette séance reste sur cet ordinateur. Demandez à l’ordinateur, ou libérez-la d’abord (menu Séance).</translation>
    </message>
    <message>
        <source>This text holds characters that cannot be saved; remove what was pasted last.</source>
        <translation>Ce texte contient des caractères qui ne peuvent pas être enregistrés&#x202f;; retirez ce qui a été collé en dernier.</translation>
    </message>
    <message>
        <source>Transcript of one line</source>
        <translation>Transcription d’une ligne</translation>
    </message>
    <message>
        <source>Transcript of {0} lines</source>
        <translation>Transcription, lignes&#xa0;: {0}</translation>
    </message>
    <message>
        <source>Two versions of a summary wait for your decision. Settle them first, then keep it here.</source>
        <translation>Deux versions d’un résumé attendent votre décision. Réglez-les d’abord, puis conservez-le ici.</translation>
    </message>
    <message>
        <source>What answers at the address is no platform. Check it, or sign in to the Wi-Fi first.</source>
        <translation>Ce qui répond à l’adresse n’est pas une plateforme. Vérifiez-la, ou connectez-vous d’abord au Wi-Fi.</translation>
    </message>
    <message>
        <source>What answers is not a CoachDesk platform. Check its address.</source>
        <translation>Ce qui répond n’est pas une plateforme CoachDesk. Vérifiez son adresse.</translation>
    </message>
    <message>
        <source>What answers is not the platform. If this is a guest Wi-Fi, sign in to it first.</source>
        <translation>Ce qui répond n’est pas la plateforme. Sur un Wi-Fi invité, connectez-vous d’abord à celui-ci.</translation>
    </message>
    <message>
        <source>What arrived is not {0}: it was damaged on the way, and removed. Try again.</source>
        <translation>Ce qui est arrivé n’est pas {0}&#xa0;: endommagé en chemin, il a été retiré. Réessayez.</translation>
    </message>
    <message>
        <source>What was said of a newer version does not come from the makers of CoachDesk. It was ignored.</source>
        <translation>Ce qui a été dit d’une nouvelle version ne vient pas des auteurs de CoachDesk. Cela a été ignoré.</translation>
    </message>
    <message>
        <source>What you wrote on this laptop before you signed in is still locked there. Sign out, unlock it, and sign in again to take it along.</source>
        <translation>Ce que vous avez écrit sur cet ordinateur avant de vous connecter y est encore verrouillé. Déconnectez-vous, déverrouillez-le, et reconnectez-vous pour l’emporter.</translation>
    </message>
    <message>
        <source>You asked more at once than the platform answers. Wait a minute, then retry.</source>
        <translation>Vous avez demandé plus à la fois que la plateforme n’en traite. Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>You changed the same lines of the summary meanwhile. Reject the proposal and ask again, or take its other changes.</source>
        <translation>Vous avez modifié entre-temps les mêmes lignes du résumé. Refusez la proposition et redemandez, ou prenez ses autres modifications.</translation>
    </message>
    <message>
        <source>Your message in the chat</source>
        <translation>Votre message dans le chat</translation>
    </message>
    <message>
        <source>Your organisation does not let the platform&apos;s model see clients&apos; texts. Ask this laptop instead.</source>
        <translation>Votre organisation ne laisse pas le modèle de la plateforme voir les textes des clients. Demandez plutôt à cet ordinateur.</translation>
    </message>
    <message>
        <source>client</source>
        <translation>client</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>adresse e-mail</translation>
    </message>
    <message>
        <source>it brought in {0}</source>
        <translation>cela a introduit {0}</translation>
    </message>
    <message>
        <source>it grew to more than twice its length</source>
        <translation>c’est devenu plus de deux fois plus long</translation>
    </message>
    <message>
        <source>it lost {0}</source>
        <translation>il manquait ensuite {0}</translation>
    </message>
    <message>
        <source>it would have brought in {0}</source>
        <translation>cela aurait introduit {0}</translation>
    </message>
    <message>
        <source>length</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>participants</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>status</source>
        <translation>état</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>étiquettes</translation>
    </message>
    <message>
        <source>the new text was empty</source>
        <translation>le nouveau texte était vide</translation>
    </message>
    <message>
        <source>this section was to be left alone</source>
        <translation>cette section devait rester telle quelle</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>{0} edits refused · needs you</source>
        <translation>{0} modifications refusées · à régler</translation>
    </message>
    <message>
        <source>{0} edits waiting</source>
        <translation>{0} modifications en attente</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>« {0} » ne peut pas être lu : {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a folder. Name a file in it.</source>
        <translation>« {0} » est un dossier. Nommez un fichier qui s’y trouve.</translation>
    </message>
    <message>
        <source>“{0}” takes too long to read: save its text as a txt file and choose that.</source>
        <translation>«&#xa0;{0}&#xa0;» est trop long à lire&#xa0;: enregistrez son texte en txt et choisissez ce fichier.</translation>
    </message>
    <message>
        <source>“{0}” unpacks to more than {1} MB: save its text as a txt file and choose that.</source>
        <translation>«&#xa0;{0}&#xa0;» dépasse {1} Mo une fois décompressé&#xa0;: enregistrez son texte en txt et choisissez ce fichier.</translation>
    </message>
    <message>
        <source>Your organisation does not let this model see clients&apos; texts. Choose another AI policy.</source>
        <translation>Votre organisation ne laisse pas ce modèle voir les textes des clients. Choisissez une autre règle d’IA.</translation>
    </message>
    <message>
        <source> and takes {0} GB of memory</source>
        <translation> et prend {0} Go de mémoire</translation>
    </message>
    <message>
        <source>1 edit refused · needs you</source>
        <translation>1 modification refusée · à régler</translation>
    </message>
    <message>
        <source>1 edit waiting</source>
        <translation>1 modification en attente</translation>
    </message>
    <message>
        <source>Client deleted with all sessions</source>
        <translation>Client supprimé avec toutes ses séances</translation>
    </message>
    <message>
        <source>Session deleted</source>
        <translation>Séance supprimée</translation>
    </message>
    <message>
        <source>Summary edited by the model on this laptop</source>
        <translation>Résumé modifié par le modèle sur cet ordinateur</translation>
    </message>
    <message>
        <source>Summary edited by you</source>
        <translation>Résumé modifié par vous</translation>
    </message>
    <message>
        <source>Your organisation&apos;s settings in {0} cannot be read. Ask whoever wrote them. The reason: {1}.</source>
        <translation>Les réglages de votre organisation dans {0} sont illisibles. Demandez à leur auteur. La raison : {1}.</translation>
    </message>
    <message>
        <source>a txt, vtt, srt, docx, json or pdf file</source>
        <translation>un fichier txt, vtt, srt, docx, json ou pdf</translation>
    </message>
    <message>
        <source>enter the recovery key to open your data again</source>
        <translation>saisissez la clé de récupération pour rouvrir vos données</translation>
    </message>
    <message>
        <source>{0} GB are free on the disk.</source>
        <translation>{0} Go sont libres sur le disque.</translation>
    </message>
    <message>
        <source>{0} To choose it all the same, add --anyway.</source>
        <translation>{0} Pour le choisir tout de même, ajoutez --anyway.</translation>
    </message>
    <message>
        <source>{0} characters of the file could not be read.</source>
        <translation>{0} caractères du fichier n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>{0} comes with CoachDesk and is not downloaded.</source>
        <translation>{0} est fourni avec CoachDesk et ne se télécharge pas.</translation>
    </message>
    <message>
        <source>{0} could not be copied ({1}). Make room, or try again.</source>
        <translation>{0} n’a pas pu être copié ({1}). Faites de la place, ou réessayez.</translation>
    </message>
    <message>
        <source>{0} edits have not reached the platform; they are safe on this laptop.</source>
        <translation>Pas encore sur la plateforme&#xa0;: {0} modification(s)&#x202f;; en sûreté sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{0} edits were refused by the platform and wait for your decision.</source>
        <translation>Refusé par la plateforme&#xa0;: {0} modification(s), en attente de votre décision.</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete. Get the file again, or choose another model.</source>
        <translation>{0} est endommagé ou incomplet. Récupérez le fichier à nouveau, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>{0} is damaged, or of a version that CoachDesk cannot read. Get the file again.</source>
        <translation>{0} est endommagé, ou d’une version que CoachDesk ne sait pas lire. Récupérez le fichier à nouveau.</translation>
    </message>
    <message>
        <source>{0} is no model file (GGUF). Choose another file.</source>
        <translation>{0} n’est pas un fichier de modèle (GGUF). Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{0} is no name for a model file. Rename the file first.</source>
        <translation>{0} n’est pas un nom de fichier de modèle. Renommez d’abord le fichier.</translation>
    </message>
    <message>
        <source>{0} is not a chat model that CoachDesk can talk to. Choose another model.</source>
        <translation>{0} n’est pas un modèle de conversation que CoachDesk sait utiliser. Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>{0} needs {1} GB more room on this disk. Make room and try again.</source>
        <translation>{0} a besoin de {1} Go de plus sur ce disque. Faites de la place et réessayez.</translation>
    </message>
    <message>
        <source>{0} of {1} transcripts of the last {2} days are on this laptop.</source>
        <translation>{0} transcriptions sur {1} des {2} derniers jours sont sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{0} takes about {1} GB of memory, and {2} GB are free. Close other programs, choose a smaller model, or add --anyway.</source>
        <translation>{0} prend environ {1} Go de mémoire, et {2} Go sont libres. Fermez d’autres programmes, choisissez un modèle plus petit, ou ajoutez --anyway.</translation>
    </message>
    <message>
        <source>{0} writes {1} tokens a second on this laptop{2}.</source>
        <translation>{0} écrit {1} jetons par seconde sur cet ordinateur{2}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: check that it is still there and that you may read it.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être ouvert&#xa0;: vérifiez qu’il est toujours là et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read in this form: save it as docx or txt, and choose that.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être lu sous cette forme&#xa0;: enregistrez-le en docx ou txt, et choisissez cela.</translation>
    </message>
    <message>
        <source>“{0}” could not be read as a PDF: save its text as a txt file and choose that.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être lu comme PDF&#xa0;: enregistrez son texte en txt et choisissez ce fichier.</translation>
    </message>
    <message>
        <source>“{0}” could not be written: choose another folder, or make room.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être écrit&#xa0;: choisissez un autre dossier, ou faites de la place.</translation>
    </message>
    <message>
        <source>“{0}” could not be written: choose another name or folder, and export again.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être écrit&#xa0;: choisissez un autre nom ou dossier, et exportez à nouveau.</translation>
    </message>
    <message>
        <source>“{0}” has more than {1} lines: split it, or choose the transcript of one session.</source>
        <translation>«&#xa0;{0}&#xa0;» a plus de {1} lignes&#xa0;: divisez-le, ou choisissez la transcription d’une seule séance.</translation>
    </message>
    <message>
        <source>“{0}” has more than {1} pages: split it, or choose the transcript alone.</source>
        <translation>«&#xa0;{0}&#xa0;» a plus de {1} pages&#xa0;: divisez-le, ou choisissez la transcription seule.</translation>
    </message>
    <message>
        <source>“{0}” holds no list of what was said: each entry needs a speaker and a text.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient pas de liste de ce qui a été dit&#xa0;: chaque entrée demande un locuteur et un texte.</translation>
    </message>
    <message>
        <source>“{0}” holds no words: choose {1} with what was said.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient pas de mots&#xa0;: choisissez {1} avec ce qui a été dit.</translation>
    </message>
    <message>
        <source>“{0}” holds only pictures of pages: export the transcript itself as text, and choose that.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient que des images de pages&#xa0;: exportez la transcription en texte, et choisissez cela.</translation>
    </message>
    <message>
        <source>“{0}” holds too much text: save the transcript as a txt file and choose that.</source>
        <translation>«&#xa0;{0}&#xa0;» contient trop de texte&#xa0;: enregistrez la transcription en txt et choisissez ce fichier.</translation>
    </message>
    <message>
        <source>“{0}” is a folder: choose a file name to export to.</source>
        <translation>«&#xa0;{0}&#xa0;» est un dossier&#xa0;: choisissez un nom de fichier pour l’export.</translation>
    </message>
    <message>
        <source>“{0}” is a picture, not a transcript: choose {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» est une image, pas une transcription&#xa0;: choisissez {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a program or its data, not a transcript: choose {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» est un programme ou ses données, pas une transcription&#xa0;: choisissez {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a recording, not its transcript: have it transcribed first, then choose {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» est un enregistrement, pas sa transcription&#xa0;: faites-le d’abord transcrire, puis choisissez {1}.</translation>
    </message>
    <message>
        <source>“{0}” is an archive, not a transcript: unpack it and choose the transcript inside.</source>
        <translation>«&#xa0;{0}&#xa0;» est une archive, pas une transcription&#xa0;: décompressez-la et choisissez la transcription qu’elle contient.</translation>
    </message>
    <message>
        <source>“{0}” is damaged and cannot be opened: save it again as PDF, or choose another file.</source>
        <translation>«&#xa0;{0}&#xa0;» est endommagé et ne peut pas être ouvert&#xa0;: enregistrez-le à nouveau en PDF, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>“{0}” is damaged and cannot be opened: save it again in Word, or choose another file.</source>
        <translation>«&#xa0;{0}&#xa0;» est endommagé et ne peut pas être ouvert&#xa0;: enregistrez-le à nouveau dans Word, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>“{0}” is damaged. Use another backup.</source>
        <translation>«&#xa0;{0}&#xa0;» est endommagé. Utilisez une autre sauvegarde.</translation>
    </message>
    <message>
        <source>“{0}” is empty: choose {1} with what was said.</source>
        <translation>«&#xa0;{0}&#xa0;» est vide&#xa0;: choisissez {1} avec ce qui a été dit.</translation>
    </message>
    <message>
        <source>“{0}” is larger than {1} MB: choose the transcript alone, as txt or docx.</source>
        <translation>«&#xa0;{0}&#xa0;» dépasse {1} Mo&#xa0;: choisissez la transcription seule, en txt ou docx.</translation>
    </message>
    <message>
        <source>“{0}” is locked with a password: save it without one, or choose another file.</source>
        <translation>«&#xa0;{0}&#xa0;» est protégé par un mot de passe&#xa0;: enregistrez-le sans, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>“{0}” is no backup of CoachDesk. Choose a file made with `coachdesk backup`.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une sauvegarde de CoachDesk. Choisissez un fichier fait avec `coachdesk backup`.</translation>
    </message>
    <message>
        <source>“{0}” is not a file: choose {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un fichier&#xa0;: choisissez {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not a kind of file that holds a transcript: choose {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un type de fichier qui contient une transcription&#xa0;: choisissez {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not an address. Give one like https://platform.example.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une adresse. Donnez-en une comme https://platform.example.</translation>
    </message>
    <message>
        <source>“{0}” is not text: choose a txt, vtt, srt, docx, json or pdf file.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas du texte&#xa0;: choisissez un fichier txt, vtt, srt, docx, json ou pdf.</translation>
    </message>
    <message>
        <source>“{0}” is not whole JSON: export it again, or choose another file.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas du JSON complet&#xa0;: exportez-le à nouveau, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>“{0}” is the source of a program or a web page, not a transcript: choose {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» est la source d’un programme ou d’une page web, pas une transcription&#xa0;: choisissez {1}.</translation>
    </message>
    <message>
        <source>“{0}” may not be written there: choose another folder, and export again.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être écrit à cet endroit&#xa0;: choisissez un autre dossier, et exportez à nouveau.</translation>
    </message>
</context>
<context>
    <name>SessionActions</name>
    <message>
        <source>Nothing in the transcript was found for the statement under the cursor.</source>
        <translation>Rien n’a été trouvé dans la transcription pour l’énoncé sous le curseur.</translation>
    </message>
    <message>
        <source>Go to the transcript and choose a line first.</source>
        <translation>Allez d’abord dans la transcription et choisissez une ligne.</translation>
    </message>
    <message>
        <source>The line was corrected.</source>
        <translation>La ligne a été corrigée.</translation>
    </message>
    <message>
        <source>The earlier text is the summary again.</source>
        <translation>Le texte antérieur est de nouveau le résumé.</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>New session</source>
        <translation>Nouvelle séance</translation>
    </message>
    <message>
        <source>Session details</source>
        <translation>Détails de la séance</translation>
    </message>
    <message>
        <source>Add session</source>
        <translation>Ajouter la séance</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Choose, or type a new name</source>
        <translation>Choisir ou saisir un nom</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>séparées par des virgules</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>{name} is kept on this laptop with all sessions.</source>
        <translation>{name} est conservé sur cet ordinateur avec toutes ses séances.</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>cette séance</translation>
    </message>
    <message>
        <source>Please choose a client, or enter a title.</source>
        <translation>Veuillez choisir un client, ou saisir un titre.</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Summarise</source>
        <translation>Résumer</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>More about this session</source>
        <translation>Plus sur cette séance</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Aucun client</translation>
    </message>
    <message>
        <source>Untitled session</source>
        <translation>Séance sans titre</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Validé</translation>
    </message>
    <message>
        <source>Changed since it was approved</source>
        <translation>Modifié depuis la validation</translation>
    </message>
    <message>
        <source>Transcript changed since</source>
        <translation>Transcription modifiée depuis</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>À régler</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Pas encore synchronisé</translation>
    </message>
    <message>
        <source>No AI</source>
        <translation>Sans IA</translation>
    </message>
    <message>
        <source>AI on this laptop only</source>
        <translation>IA sur cet ordinateur seul</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Pages of the session</source>
        <translation>Pages de la séance</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>SessionsDelegate</name>
    <message>
        <source>No client</source>
        <translation>Aucun client</translation>
    </message>
    <message>
        <source>Untitled session</source>
        <translation>Séance sans titre</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>Pas encore de résumé</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>À régler</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Proposition</translation>
    </message>
</context>
<context>
    <name>SessionsModel</name>
    <message>
        <source>not synced yet</source>
        <translation>pas encore synchronisée</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>à régler</translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message>
        <source>Sessions</source>
        <translation>Séances</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New session</source>
        <translation>Nouvelle séance</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Séances</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Pas encore de séances</translation>
    </message>
    <message>
        <source>They will be listed here, newest first.</source>
        <translation>Elles apparaîtront ici, les plus récentes d’abord.</translation>
    </message>
    <message>
        <source>Show all sessions</source>
        <translation>Afficher toutes les séances</translation>
    </message>
    <message>
        <source>Only: {filters}</source>
        <translation>Seulement&#xa0;: {filters}</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Aucun client</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation>Rien trouvé pour «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>No such session</source>
        <translation>Aucune séance de ce genre</translation>
    </message>
    <message>
        <source>Try fewer words, or other filters.</source>
        <translation>Essayez moins de mots, ou d’autres filtres.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>What you wrote on this laptop goes along, and is sent unless it is kept on this laptop.</source>
        <translation>Ce que vous avez écrit sur cet ordinateur suit, et est envoyé sauf si c’est à conserver sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Please enter the platform’s address, your name and your password.</source>
        <translation>Veuillez saisir l’adresse de la plateforme, votre nom et votre mot de passe.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Validée</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminée</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show the outbox</source>
        <translation>Afficher la boîte d’envoi</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Show or hide the chat</source>
        <translation>Afficher ou masquer le chat</translation>
    </message>
    <message>
        <source>Sync: {state}</source>
        <translation>Synchronisation&#xa0;: {state}</translation>
    </message>
</context>
<context>
    <name>SummaryEditor</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Write the summary here, or let the transcript be summarised.</source>
        <translation>Écrivez ici le résumé, ou faites résumer la transcription.</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Changes or text</source>
        <translation>Modifications ou texte</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>Annuler la saisie</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>Rétablir la saisie</translation>
    </message>
    <message>
        <source>Restored what you typed</source>
        <translation>Votre saisie est rétablie</translation>
    </message>
    <message>
        <source>Editing …</source>
        <translation>Modification …</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Enregistré {time}</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>Chercher dans la transcription</translation>
    </message>
    <message>
        <source>Double-click a line to correct it</source>
        <translation>Double-cliquez sur une ligne pour la corriger</translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation>Pas encore de transcription</translation>
    </message>
    <message>
        <source>Import a text, VTT, SRT, Word or PDF file, or drop it on this window.</source>
        <translation>Importez un fichier texte, VTT, SRT, Word ou PDF, ou déposez-le sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Import a transcript …</source>
        <translation>Importer une transcription …</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Unknown speaker</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} sur {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
</context>
<context>
    <name>TravelWindow</name>
    <message>
        <source>Ready to travel</source>
        <translation>Prêt à partir</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Trying the model and fetching transcripts …</source>
        <translation>Essai du modèle et récupération des transcriptions …</translation>
    </message>
    <message>
        <source>The check could not be finished.</source>
        <translation>La vérification n’a pas pu être terminée.</translation>
    </message>
    <message>
        <source>All is ready for working offline.</source>
        <translation>Tout est prêt pour travailler hors ligne.</translation>
    </message>
    <message>
        <source>One thing to do before you leave</source>
        <translation>Une chose à faire avant de partir</translation>
    </message>
    <message numerus="yes">
        <source>%n things to do before you leave</source>
        <translation>
            <numerusform>%n chose à faire avant de partir</numerusform>
            <numerusform>%n choses à faire avant de partir</numerusform>
        </translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Ouvrir la boîte d’envoi</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show CoachDesk</source>
        <translation>Afficher CoachDesk</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Open a session first.</source>
        <translation>Ouvrez d’abord une séance.</translation>
    </message>
    <message>
        <source>CoachDesk did not end properly the last time. What you wrote is here. Was it a crash?</source>
        <translation>CoachDesk ne s’est pas terminé correctement la dernière fois. Ce que vous avez écrit est là. Était-ce un plantage ?</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
</context>
</TS>
