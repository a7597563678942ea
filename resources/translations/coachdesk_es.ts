<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Session notes that improve as you talk about them, online and on a train. Your notes are encrypted.</source>
        <translation>Notas de sesión que mejoran mientras habla de ellas, en línea y en el tren. Sus notas están cifradas.</translation>
    </message>
    <message>
        <source>Licences of the works of others</source>
        <translation>Licencias de las obras de otros</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>It contains works of others:</source>
        <translation>Contiene obras de otros:</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
</context>
<context>
    <name>AccountCommands</name>
    <message>
        <source>Set a passphrase …</source>
        <translation>Establecer una frase de contraseña …</translation>
    </message>
    <message>
        <source>CoachDesk does not lock: it has no passphrase.</source>
        <translation>CoachDesk no se bloquea: no tiene frase de contraseña.</translation>
    </message>
    <message numerus="yes">
        <source>After %n idle minutes.</source>
        <translation>
            <numerusform>Tras %n minuto de inactividad.</numerusform>
            <numerusform>Tras %n minutos de inactividad.</numerusform>
        </translation>
    </message>
    <message>
        <source>Never by itself.</source>
        <translation>Nunca por sí solo.</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Cambiar …</translation>
    </message>
    <message numerus="yes">
        <source>Your organisation wants CoachDesk locked after %n idle minutes.</source>
        <translation>
            <numerusform>Su organización quiere que CoachDesk se bloquee tras %n minuto de inactividad.</numerusform>
            <numerusform>Su organización quiere que CoachDesk se bloquee tras %n minutos de inactividad.</numerusform>
        </translation>
    </message>
    <message>
        <source>That needs a passphrase.</source>
        <translation>Para eso hace falta una frase de contraseña.</translation>
    </message>
    <message>
        <source>{name} is kept on this laptop with all sessions.</source>
        <translation>{name} se mantiene en este portátil con todas sus sesiones.</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>esta sesión</translation>
    </message>
    <message>
        <source>Kept on this laptop. Nothing of it is sent any more.</source>
        <translation>Se mantiene en este portátil. Ya no se envía nada de ello.</translation>
    </message>
    <message>
        <source>Keep on this laptop?</source>
        <translation>¿Mantener en este portátil?</translation>
    </message>
    <message>
        <source>Keep on this laptop</source>
        <translation>Mantener en este portátil</translation>
    </message>
    <message>
        <source>Release it from this laptop?</source>
        <translation>¿Liberarlo de este portátil?</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Your notes stay on this laptop, encrypted, until you sign in again.</source>
        <translation>Sus notas permanecen cifradas en este portátil hasta que vuelva a iniciar sesión.</translation>
    </message>
    <message numerus="yes">
        <source>%n edits have not reached the platform. They stay on this laptop, encrypted, and are sent once you sign in again. A backup (Account menu) makes sure of them.</source>
        <translation>
            <numerusform>%n cambio no ha llegado a la plataforma. Permanece cifrado en este portátil y se enviará cuando vuelva a iniciar sesión. Una copia de seguridad (menú Cuenta) lo pone a salvo.</numerusform>
            <numerusform>%n cambios no han llegado a la plataforma. Permanecen cifrados en este portátil y se enviarán cuando vuelva a iniciar sesión. Una copia de seguridad (menú Cuenta) los pone a salvo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>¿Cerrar sesión?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Back up first …</source>
        <translation>Hacer antes una copia …</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Hacer copia de seguridad</translation>
    </message>
    <message>
        <source>Everything on this laptop goes into one encrypted file. Only this passphrase opens it.</source>
        <translation>Todo lo que hay en este portátil se guarda en un solo archivo cifrado. Solo esta frase de contraseña lo abre.</translation>
    </message>
    <message>
        <source>Backed up as {name}.</source>
        <translation>Copia guardada como {name}.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Your recovery key</source>
        <translation>Su clave de recuperación</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The lock is set.</source>
        <translation>El bloqueo está configurado.</translation>
    </message>
    <message>
        <source>The keychain of this machine opens your notes again.</source>
        <translation>El llavero de este equipo vuelve a abrir sus notas.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sesión</translation>
    </message>
    <message>
        <source>&amp;Chat</source>
        <translation>C&amp;hat</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Cuenta</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;New session …</source>
        <translation>&amp;Nueva sesión …</translation>
    </message>
    <message>
        <source>New &amp;client …</source>
        <translation>Nuevo &amp;cliente …</translation>
    </message>
    <message>
        <source>&amp;Import transcripts …</source>
        <translation>&amp;Importar transcripciones …</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportar …</translation>
    </message>
    <message>
        <source>Export the se&amp;lected sessions …</source>
        <translation>Exportar las sesiones se&amp;leccionadas …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>Im&amp;primir …</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Sincronizar ahora</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Bandeja de salida</translation>
    </message>
    <message>
        <source>Pre&amp;ferences …</source>
        <translation>Pre&amp;ferencias …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sali&amp;r</translation>
    </message>
    <message>
        <source>&amp;Undo typing</source>
        <translation>&amp;Deshacer escritura</translation>
    </message>
    <message>
        <source>Take back &amp;what was done last</source>
        <translation>Des&amp;hacer lo último</translation>
    </message>
    <message>
        <source>&amp;Find a session</source>
        <translation>&amp;Buscar una sesión</translation>
    </message>
    <message>
        <source>Find in the &amp;transcript</source>
        <translation>Buscar en la &amp;transcripción</translation>
    </message>
    <message>
        <source>&amp;Correct a line of the transcript …</source>
        <translation>&amp;Corregir una línea de la transcripción …</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>&amp;Encabezado</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Negrita</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>C&amp;ursiva</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Lista</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>&amp;Guardar ahora</translation>
    </message>
    <message>
        <source>&amp;Summarise the transcript</source>
        <translation>&amp;Resumir la transcripción</translation>
    </message>
    <message>
        <source>&amp;Approve the summary</source>
        <translation>&amp;Aprobar el resumen</translation>
    </message>
    <message>
        <source>Re&amp;do typing</source>
        <translation>&amp;Rehacer escritura</translation>
    </message>
    <message>
        <source>Co&amp;mmitment</source>
        <translation>Co&amp;mpromiso</translation>
    </message>
    <message>
        <source>Show &amp;what supports this</source>
        <translation>Mostrar lo &amp;que lo respalda</translation>
    </message>
    <message>
        <source>A&amp;ccept all changes</source>
        <translation>A&amp;ceptar todos los cambios</translation>
    </message>
    <message>
        <source>&amp;Reject all changes</source>
        <translation>Rec&amp;hazar todos los cambios</translation>
    </message>
    <message>
        <source>&amp;Edit details …</source>
        <translation>&amp;Editar detalles …</translation>
    </message>
    <message>
        <source>Edit c&amp;lient …</source>
        <translation>Editar c&amp;liente …</translation>
    </message>
    <message>
        <source>&amp;Keep on this laptop …</source>
        <translation>&amp;Mantener en este portátil …</translation>
    </message>
    <message>
        <source>Keep the client on this laptop …</source>
        <translation>Mantener al cliente en este portátil …</translation>
    </message>
    <message>
        <source>&amp;Delete session …</source>
        <translation>Eliminar &amp;sesión …</translation>
    </message>
    <message>
        <source>Delete client …</source>
        <translation>Eliminar cliente …</translation>
    </message>
    <message>
        <source>Go to the &amp;chat</source>
        <translation>Ir al c&amp;hat</translation>
    </message>
    <message>
        <source>Ask about the &amp;selection</source>
        <translation>Preguntar sobre la &amp;selección</translation>
    </message>
    <message>
        <source>Choose &amp;who answers</source>
        <translation>Elegir &amp;quién responde</translation>
    </message>
    <message>
        <source>Ask the &amp;platform the same</source>
        <translation>Preguntar lo mismo a la &amp;plataforma</translation>
    </message>
    <message>
        <source>S&amp;top the reply</source>
        <translation>&amp;Detener la respuesta</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sesiones</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>&amp;Resumen</translation>
    </message>
    <message>
        <source>&amp;Transcript</source>
        <translation>&amp;Transcripción</translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation>&amp;Versiones</translation>
    </message>
    <message>
        <source>&amp;Previous session</source>
        <translation>Sesión &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Next session</source>
        <translation>Sesión si&amp;guiente</translation>
    </message>
    <message>
        <source>Show or hide the &amp;chat</source>
        <translation>Mostrar u ocultar el c&amp;hat</translation>
    </message>
    <message>
        <source>&amp;Group the list</source>
        <translation>Agrupar &amp;la lista</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>Colores &amp;claros</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Colores &amp;oscuros</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Alto co&amp;ntraste</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Colores del s&amp;istema</translation>
    </message>
    <message>
        <source>&amp;Sign in …</source>
        <translation>&amp;Iniciar sesión …</translation>
    </message>
    <message>
        <source>Sign &amp;out …</source>
        <translation>&amp;Cerrar sesión …</translation>
    </message>
    <message>
        <source>&amp;Back up …</source>
        <translation>&amp;Hacer copia de seguridad …</translation>
    </message>
    <message>
        <source>&amp;Restore a backup …</source>
        <translation>&amp;Restaurar una copia …</translation>
    </message>
    <message>
        <source>Show recovery &amp;key …</source>
        <translation>Mostrar clave de recu&amp;peración …</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Bloquear ahora</translation>
    </message>
    <message>
        <source>Lock and &amp;passphrase …</source>
        <translation>Bloqueo &amp;y frase de contraseña …</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Manual</translation>
    </message>
    <message>
        <source>Find an &amp;action …</source>
        <translation>Buscar una &amp;acción …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>A&amp;tajos de teclado</translation>
    </message>
    <message>
        <source>Ready to &amp;travel …</source>
        <translation>&amp;Listo para viajar …</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>&amp;Copiar diagnóstico</translation>
    </message>
    <message>
        <source>&amp;What happened: the log …</source>
        <translation>Qué &amp;pasó: el registro …</translation>
    </message>
    <message>
        <source>Show the &amp;log folder</source>
        <translation>Mostrar la carpeta del &amp;registro</translation>
    </message>
    <message>
        <source>A&amp;bout CoachDesk</source>
        <translation>Acerca &amp;de CoachDesk</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Import a transcript …</source>
        <translation>Importar una transcripción …</translation>
    </message>
    <message>
        <source>New session …</source>
        <translation>Nueva sesión …</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Ninguna sesión abierta</translation>
    </message>
    <message>
        <source>Choose one on the left, or drop a transcript here.</source>
        <translation>Elija una en la lista, o suelte aquí una transcripción.</translation>
    </message>
    <message>
        <source>Welcome to CoachDesk</source>
        <translation>Le damos la bienvenida a CoachDesk</translation>
    </message>
    <message>
        <source>Begin with a transcript of a session, dropped here, or with an empty page.</source>
        <translation>Empiece con la transcripción de una sesión, soltándola aquí, o con una página vacía.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>rules on this laptop — no model saw it</source>
        <translation>reglas en este portátil — ningún modelo lo ha visto</translation>
    </message>
    <message>
        <source>{changes} suggested by {who}</source>
        <translation>{changes}, propuesta: {who}</translation>
    </message>
    <message>
        <source>The platform was asked the same. This stays here until it has answered.</source>
        <translation>Se preguntó lo mismo a la plataforma. Esto permanece aquí hasta que responda.</translation>
    </message>
    <message>
        <source>{changes} in another text of this summary, {time}</source>
        <translation>{changes} en otro texto de este resumen, {time}</translation>
    </message>
    <message>
        <source>{title} (1 of {n})</source>
        <translation>{title} (1 de {n})</translation>
    </message>
    <message>
        <source>Both changed the same lines; what only one changed is united. Both texts are kept as revisions.</source>
        <translation>Ambos cambiaron las mismas líneas; lo que solo uno cambió está unido. Los dos textos se conservan como versiones.</translation>
    </message>
    <message>
        <source>{changes} made by the platform</source>
        <translation>{changes} de la plataforma</translation>
    </message>
    <message>
        <source>“{text}”: {reason}</source>
        <translation>«{text}»: {reason}</translation>
    </message>
    <message>
        <source>Left as it was:</source>
        <translation>Se dejó como estaba:</translation>
    </message>
    <message>
        <source>One change</source>
        <translation>Un cambio</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} cambios</translation>
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
        <translation>Mejorar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
    <message>
        <source>Stop the reply</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Detener (Esc)</translation>
    </message>
    <message>
        <source>Ask about the whole summary</source>
        <translation>Preguntar sobre todo el resumen</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Más corto</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Make it shorter.</translation>
    </message>
    <message>
        <source>Number the commitments</source>
        <translation>Numerar los compromisos</translation>
    </message>
    <message>
        <source>Number the commitments.</source>
        <translation>Number the commitments.</translation>
    </message>
    <message>
        <source>Follow-up e-mail</source>
        <translation>Correo de seguimiento</translation>
    </message>
    <message>
        <source>Write the follow-up e-mail to the client.</source>
        <translation>Write the follow-up e-mail to the client.</translation>
    </message>
    <message>
        <source>Talk about the summary</source>
        <translation>Hable sobre el resumen</translation>
    </message>
    <message>
        <source>“Shorter.” “It was Tuesday.” “Write her the follow-up.”</source>
        <translation>«Más corto.» «Fue el martes.» «Escríbele el correo.»</translation>
    </message>
    <message>
        <source>Choose a session first.</source>
        <translation>Elija primero una sesión.</translation>
    </message>
    <message>
        <source>About: “{text}”</source>
        <translation>Sobre: «{text}»</translation>
    </message>
    <message>
        <source>No model sees this client’s text</source>
        <translation>Ningún modelo ve los textos de este cliente</translation>
    </message>
</context>
<context>
    <name>ChatInput</name>
    <message>
        <source>Message to the assistant</source>
        <translation>Mensaje para el asistente</translation>
    </message>
    <message>
        <source>What should change?</source>
        <translation>¿Qué debe cambiar?</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Show earlier messages</source>
        <translation>Mostrar mensajes anteriores</translation>
    </message>
</context>
<context>
    <name>ClientDialog</name>
    <message>
        <source>New client</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Edit client</source>
        <translation>Editar cliente</translation>
    </message>
    <message>
        <source>Add client</source>
        <translation>Añadir cliente</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Platform or this laptop</source>
        <translation>Plataforma o este portátil</translation>
    </message>
    <message>
        <source>Only the model on this laptop</source>
        <translation>Solo el modelo de este portátil</translation>
    </message>
    <message>
        <source>No model sees it</source>
        <translation>Ningún modelo lo ve</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>IA</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Please enter the client’s name.</source>
        <translation>Escriba el nombre del cliente.</translation>
    </message>
    <message>
        <source>The picture is still being read.</source>
        <translation>La imagen todavía se está leyendo.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>{name} was added.</source>
        <translation>Se ha añadido a {name}.</translation>
    </message>
    <message>
        <source>{name} was changed.</source>
        <translation>{name} se ha modificado.</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n sessions, with transcripts, summaries and chats, go from all your devices.</source>
        <translation>
            <numerusform>{name} y %n sesión, con transcripción, resumen y chat, desaparecerán de todos sus dispositivos.</numerusform>
            <numerusform>{name} y %n sesiones, con transcripciones, resúmenes y chats, desaparecerán de todos sus dispositivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete this client?</source>
        <translation>¿Eliminar este cliente?</translation>
    </message>
    <message>
        <source>Delete client</source>
        <translation>Eliminar cliente</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} se ha eliminado.</translation>
    </message>
    <message>
        <source>The details were changed.</source>
        <translation>Los detalles se han modificado.</translation>
    </message>
    <message>
        <source>Delete this session?</source>
        <translation>¿Eliminar esta sesión?</translation>
    </message>
    <message>
        <source>Its transcript, summary with all revisions, and chat go from all your devices.</source>
        <translation>Su transcripción, el resumen con todas sus versiones y el chat desaparecerán de todos sus dispositivos.</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>Eliminar sesión</translation>
    </message>
    <message>
        <source>The session was deleted.</source>
        <translation>La sesión se ha eliminado.</translation>
    </message>
    <message>
        <source>This session was deleted. What you wrote in it is in the outbox.</source>
        <translation>Esta sesión se eliminó. Lo que escribió en ella está en la bandeja de salida.</translation>
    </message>
    <message>
        <source>This session was deleted.</source>
        <translation>Esta sesión se ha eliminado.</translation>
    </message>
    <message>
        <source>“{what}” will not be sent. Later texts of the session are kept.</source>
        <translation>«{what}» no se enviará. Los textos posteriores de la sesión se conservan.</translation>
    </message>
    <message>
        <source>“{what}” will not be sent. If it made a client or a session, all within goes with it.</source>
        <translation>«{what}» no se enviará. Si creó un cliente o una sesión, todo su contenido desaparece con él.</translation>
    </message>
    <message>
        <source>Discard this edit?</source>
        <translation>¿Descartar este cambio?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
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
        <translation>Correo (*.eml)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>This link does not lead to a web page, so it is not opened.</source>
        <translation>Este enlace no lleva a una página web, así que no se abre.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>¿Abrir este enlace?</translation>
    </message>
    <message>
        <source>It leads to {host} and opens in your browser.</source>
        <translation>Lleva a {host} y se abre en su navegador.</translation>
    </message>
    <message>
        <source>Open {host}</source>
        <translation>Abrir {host}</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>No se pudo abrir ningún navegador.</translation>
    </message>
</context>
<context>
    <name>CompareBanner</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Another device changed a line that you changed too. Both texts are kept.</source>
        <translation>Otro dispositivo cambió una línea que usted también cambió. Se conservan los dos textos.</translation>
    </message>
    <message numerus="yes">
        <source>Another device changed %n places that you changed too. Both texts are kept.</source>
        <translation>
            <numerusform>Otro dispositivo cambió %n lugar que usted también cambió. Se conservan los dos textos.</numerusform>
            <numerusform>Otro dispositivo cambió %n lugares que usted también cambió. Se conservan los dos textos.</numerusform>
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
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>DialogForm</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Ask the platform the same</source>
        <translation>Preguntar lo mismo a la plataforma</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n cambio</numerusform>
            <numerusform>%n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Aceptar todo</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>Rechazar todo</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Conservar todo</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Deshacer todo</translation>
    </message>
    <message>
        <source>Take theirs everywhere</source>
        <translation>Tomar el otro texto en todas partes</translation>
    </message>
    <message>
        <source>Keep mine everywhere</source>
        <translation>Conservar mi texto en todas partes</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar el otro</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar el mío</translation>
    </message>
    <message numerus="yes">
        <source>%n more changes come after these.</source>
        <translation>
            <numerusform>Después sigue %n cambio más.</numerusform>
            <numerusform>Después siguen %n cambios más.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Help: the handbook</source>
        <translation>Ayuda: el manual</translation>
    </message>
    <message>
        <source>This machine has no keychain, so a passphrase protects your notes. CoachDesk asks for it.</source>
        <translation>Este equipo no tiene llavero, por eso una frase de contraseña protege sus notas. CoachDesk se la pedirá.</translation>
    </message>
    <message>
        <source>Type the recovery key that was shown when this was set up. Then choose a new passphrase.</source>
        <translation>Escriba la clave de recuperación que se mostró al configurar. Después elija una nueva frase de contraseña.</translation>
    </message>
    <message>
        <source>The key is right. Choose a passphrase that protects your notes from now on.</source>
        <translation>La clave es correcta. Elija una frase de contraseña que proteja sus notas a partir de ahora.</translation>
    </message>
</context>
<context>
    <name>EngineChoice</name>
    <message>
        <source>Who answers</source>
        <translation>Quién responde</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Este portátil</translation>
    </message>
    <message>
        <source>{model} on this laptop</source>
        <translation>{model} en este portátil</translation>
    </message>
</context>
<context>
    <name>EvidenceMargin</name>
    <message>
        <source>Evidence in the transcript</source>
        <translation>Respaldo en la transcripción</translation>
    </message>
    <message>
        <source>Nothing in the transcript supports this. Check it.</source>
        <translation>Nada en la transcripción respalda esto. Compruébelo.</translation>
    </message>
    <message>
        <source>Said in line {n} of the transcript. Click to see it.</source>
        <translation>Dicho en la línea {n} de la transcripción. Haga clic para verla.</translation>
    </message>
    <message>
        <source>Said in lines {n} to {last} of the transcript. Click to see them.</source>
        <translation>Dicho en las líneas {n} a {last} de la transcripción. Haga clic para verlas.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export one session</source>
        <translation>Exportar una sesión</translation>
    </message>
    <message numerus="yes">
        <source>Export %n sessions</source>
        <translation>
            <numerusform>Exportar %n sesión</numerusform>
            <numerusform>Exportar %n sesiones</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Elegir una carpeta …</translation>
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
        <translation>Subtítulos WebVTT</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Select some sessions in the list first, at most 1,000.</source>
        <translation>Seleccione primero algunas sesiones en la lista, como máximo 1000.</translation>
    </message>
    <message>
        <source>Export into this folder</source>
        <translation>Exportar a esta carpeta</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n sessions were exported.</source>
        <translation>
            <numerusform>{done} de %n sesión exportada.</numerusform>
            <numerusform>{done} de %n sesiones exportadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pages are being laid out …</source>
        <translation>Se están componiendo las páginas …</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Look at it, then print once more.</source>
        <translation>La impresora no aceptó las páginas. Revísela e imprima de nuevo.</translation>
    </message>
    <message>
        <source>The pages are with the printer.</source>
        <translation>Las páginas están en la impresora.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Más antiguas</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Por cliente</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobadas</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Sin sincronizar</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toda fecha</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Toda etiqueta</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mes pasado</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Año pasado</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome to CoachDesk</source>
        <translation>Le damos la bienvenida a CoachDesk</translation>
    </message>
    <message>
        <source>Sign in to your platform, or work on this laptop alone and sign in whenever you like.</source>
        <translation>Inicie sesión en su plataforma, o trabaje solo en este portátil e inicie sesión cuando quiera.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Work on this laptop only</source>
        <translation>Trabajar solo en este portátil</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demo</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>Restaurar una copia …</translation>
    </message>
    <message>
        <source>Please enter the platform’s address, your name and your password.</source>
        <translation>Escriba la dirección de la plataforma, su nombre y su contraseña.</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>Handbook</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>The diagnostics are on the clipboard. They hold no texts of your clients.</source>
        <translation>El diagnóstico está en el portapapeles. No contiene textos de sus clientes.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>None: all stays on this laptop</source>
        <translation>Ninguna: todo se queda en este portátil</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>None that can be chosen here</source>
        <translation>Ninguno que se pueda elegir aquí</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>There is no log yet.</source>
        <translation>Todavía no hay registro.</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>El registro está en {folder}.</translation>
    </message>
</context>
<context>
    <name>HunkCard</name>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Change {number}, {section}</source>
        <translation>Cambio {number}, {section}</translation>
    </message>
    <message>
        <source>Nothing stood here.</source>
        <translation>Aquí no había nada.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>El mío</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>El otro</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomado</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Dejado</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a transcript</source>
        <translation>Importar una transcripción</translation>
    </message>
    <message>
        <source>Import transcripts</source>
        <translation>Importar transcripciones</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Choose, or type a new name</source>
        <translation>Elija o escriba un nombre nuevo</translation>
    </message>
    <message>
        <source>Into the session that is open</source>
        <translation>En la sesión abierta</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>What the files will become</source>
        <translation>En qué se convertirán los archivos</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Hablantes</translation>
    </message>
    <message numerus="yes">
        <source>Not understood: %n. The reason is in the list.</source>
        <translation>
            <numerusform>No entendidos: %n. El motivo está en la lista.</numerusform>
            <numerusform>No entendidos: %n. Los motivos están en la lista.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where a file tells no day, it is today’s.</source>
        <translation>Si un archivo no indica el día, es el de hoy.</translation>
    </message>
    <message numerus="yes">
        <source>Import %n transcripts</source>
        <translation>
            <numerusform>Importar %n transcripción</numerusform>
            <numerusform>Importar %n transcripciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Importando …</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Sin cliente</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Import transcripts</source>
        <translation>Importar transcripciones</translation>
    </message>
    <message>
        <source>Transcripts (*.txt *.vtt *.srt *.docx *.json *.pdf *.md)</source>
        <translation>Transcripciones (*.txt *.vtt *.srt *.docx *.json *.pdf *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n files at once.</source>
        <translation>
            <numerusform>Elija como máximo %n archivo a la vez.</numerusform>
            <numerusform>Elija como máximo %n archivos a la vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>The transcript was imported.</source>
        <translation>La transcripción se ha importado.</translation>
    </message>
    <message numerus="yes">
        <source>%n transcripts were imported.</source>
        <translation>
            <numerusform>%n transcripción importada.</numerusform>
            <numerusform>%n transcripciones importadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n transcripts were imported.</source>
        <translation>
            <numerusform>Se importaron {done} de %n transcripción.</numerusform>
            <numerusform>Se importaron {done} de %n transcripciones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepBox</name>
    <message>
        <source>Keep on this laptop: it is never sent</source>
        <translation>Mantener en este portátil: nunca se envía</translation>
    </message>
    <message>
        <source>Nothing of {what} is sent any more: not to the platform, not to your other devices. What they have of it is deleted there. Make backups: no other copy exists.</source>
        <translation>Ya no se envía nada de {what}: ni a la plataforma ni a sus otros dispositivos. Lo que haya allí se elimina. Haga copias de seguridad: no existe ninguna otra copia.</translation>
    </message>
    <message>
        <source>It is sent to the platform and to your other devices as soon as there is a connection.</source>
        <translation>Se enviará a la plataforma y a sus otros dispositivos en cuanto haya conexión.</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Correct this line</source>
        <translation>Corregir esta línea</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Please enter what was said.</source>
        <translation>Escriba lo que se dijo.</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Lock and passphrase</source>
        <translation>Bloqueo y frase de contraseña</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>nunca por sí solo</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutos</translation>
    </message>
    <message>
        <source>Lock when idle for</source>
        <translation>Bloquear tras una inactividad de</translation>
    </message>
    <message>
        <source>Use the keychain instead of a passphrase</source>
        <translation>Usar el llavero en vez de una frase</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Las dos no coinciden. Escriba ambas de nuevo.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>CoachDesk is locked</source>
        <translation>CoachDesk está bloqueado</translation>
    </message>
    <message>
        <source>Type your passphrase. Nothing is sent or received until then.</source>
        <translation>Escriba su frase de contraseña. Hasta entonces no se envía ni se recibe nada.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Usar la clave de recuperación</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log of CoachDesk</source>
        <translation>Registro de CoachDesk</translation>
    </message>
    <message>
        <source>What CoachDesk did, without any text of your clients. Whoever helps you may ask for it.</source>
        <translation>Lo que hizo CoachDesk, sin ningún texto de sus clientes. Quien le ayude puede pedirlo.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Only files from this computer can be imported.</source>
        <translation>Solo se pueden importar archivos de este equipo.</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Not on the platform yet</source>
        <translation>Aún no está en la plataforma</translation>
    </message>
    <message>
        <source>More about this message</source>
        <translation>Más sobre este mensaje</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>Editar y enviar</translation>
    </message>
    <message>
        <source>Answer again on the platform</source>
        <translation>Responder otra vez en la plataforma</translation>
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
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>A reply about {name} has arrived.</source>
        <translation>Ha llegado una respuesta sobre {name}.</translation>
    </message>
    <message>
        <source>A reply has arrived.</source>
        <translation>Ha llegado una respuesta.</translation>
    </message>
    <message>
        <source>The platform refused an edit. It waits for your decision.</source>
        <translation>La plataforma rechazó un cambio. Espera su decisión.</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>Rules on this laptop — no model saw it</source>
        <translation>Reglas en este portátil — ningún modelo lo ha visto</translation>
    </message>
    <message>
        <source>{model} on this laptop — check this</source>
        <translation>{model} en este portátil — compruébelo</translation>
    </message>
    <message>
        <source>{model} on this laptop</source>
        <translation>{model} en este portátil</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Edit</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Sent, no answer yet</source>
        <translation>Enviado, aún sin respuesta</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Kept on this laptop</source>
        <translation>Se mantiene en este portátil</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Edits that wait</source>
        <translation>Cambios en espera</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>No hay nada en espera</translation>
    </message>
    <message>
        <source>Every edit that you made is on the platform.</source>
        <translation>Todos sus cambios están en la plataforma.</translation>
    </message>
    <message>
        <source>Back to the session</source>
        <translation>Volver a la sesión</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>Descartar …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>The platform refused some edits. Their texts are safe here; decide about each.</source>
        <translation>La plataforma rechazó algunos cambios. Sus textos están a salvo aquí; decida sobre cada uno.</translation>
    </message>
    <message>
        <source>These edits are stored on this laptop. They go to the platform in order once it is there.</source>
        <translation>Estos cambios están guardados en este portátil. Irán en orden a la plataforma en cuanto esté disponible.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are listed.</source>
        <translation>
            <numerusform>Se muestra el primero (%n).</numerusform>
            <numerusform>Se muestran los primeros %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>El texto está en el portapapeles.</translation>
    </message>
    <message>
        <source>This edit holds no text.</source>
        <translation>Este cambio no contiene ningún texto.</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Actions and shortcuts</source>
        <translation>Acciones y atajos</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Buscar una acción</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Choose a printer …</source>
        <translation>Elegir una impresora …</translation>
    </message>
    <message>
        <source>The summary is printed.</source>
        <translation>Se imprime el resumen.</translation>
    </message>
    <message numerus="yes">
        <source>The transcript too: %n lines</source>
        <translation>
            <numerusform>También la transcripción: %n línea</numerusform>
            <numerusform>También la transcripción: %n líneas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen for “{name}”.</source>
        <translation>Escriba la frase de contraseña que se eligió para «{name}».</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Las dos no coinciden. Escriba ambas de nuevo.</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>Escriba la frase de contraseña.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Elija una frase de contraseña</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>Las dos no coinciden. Escriba ambas de nuevo.</translation>
    </message>
</context>
<context>
    <name>PhotoField</name>
    <message>
        <source>Choose a picture …</source>
        <translation>Elegir una imagen …</translation>
    </message>
    <message>
        <source>Or drop one here</source>
        <translation>O suéltela aquí</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elegir una imagen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>This is not a file. Choose a PNG, JPEG or WebP picture.</source>
        <translation>Esto no es un archivo. Elija una imagen PNG, JPEG o WebP.</translation>
    </message>
    <message>
        <source>The picture cannot be opened: check that it is still there and that you may read it.</source>
        <translation>La imagen no se puede abrir: compruebe que sigue ahí y que puede leerla.</translation>
    </message>
    <message>
        <source>This picture is larger than 30 MB. Choose a smaller one.</source>
        <translation>Esta imagen supera los 30 MB. Elija una más pequeña.</translation>
    </message>
    <message>
        <source>This is not a picture that CoachDesk can read. Choose a PNG, JPEG or WebP picture.</source>
        <translation>CoachDesk no puede leer esta imagen. Elija una imagen PNG, JPEG o WebP.</translation>
    </message>
    <message>
        <source>This picture has too many pixels. Choose a smaller one.</source>
        <translation>Esta imagen tiene demasiados píxeles. Elija una más pequeña.</translation>
    </message>
    <message>
        <source>This picture is broken and cannot be shown. Choose another one.</source>
        <translation>Esta imagen está dañada y no se puede mostrar. Elija otra.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Otro idioma se usa a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Replies and refusals</source>
        <translation>Respuestas y rechazos</translation>
    </message>
    <message>
        <source>The same, with the name</source>
        <translation>Lo mismo, con el nombre</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Notify me of</source>
        <translation>Avisarme de</translation>
    </message>
    <message>
        <source>Look once a day and tell me</source>
        <translation>Mirar una vez al día y avisarme</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Versiones nuevas</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Open your notes again</source>
        <translation>Vuelva a abrir sus notas</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>RecoveryKeyPage</name>
    <message>
        <source>Your recovery key</source>
        <translation>Su clave de recuperación</translation>
    </message>
    <message>
        <source>Your notes are encrypted. If this laptop’s keychain or your passphrase is lost, only this key opens them. Write it down, or save it somewhere else than on this laptop.</source>
        <translation>Sus notas están cifradas. Si se pierde el llavero de este portátil o su frase de contraseña, solo esta clave las abre. Anótela, o guárdela en otro lugar que no sea este portátil.</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Guardar como archivo …</translation>
    </message>
    <message>
        <source>I have it, go on</source>
        <translation>La tengo, continuar</translation>
    </message>
    <message>
        <source>Later (Account → Show recovery key)</source>
        <translation>Más tarde (Cuenta → Mostrar clave de recuperación)</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>I added “{0}”.</source>
        <translation>He añadido «{0}».</translation>
    </message>
    <message>
        <source>I added “{0}” to {1}.</source>
        <translation>He añadido «{0}» a {1}.</translation>
    </message>
    <message>
        <source>I added a section “{0}”.</source>
        <translation>He añadido una sección «{0}».</translation>
    </message>
    <message>
        <source>I added a section “{0}” with “{1}”.</source>
        <translation>He añadido una sección «{0}» con «{1}».</translation>
    </message>
    <message>
        <source>I changed “{0}” to “{1}”.</source>
        <translation>He cambiado «{0}» por «{1}».</translation>
    </message>
    <message>
        <source>I corrected “{0}” to “{1}”.</source>
        <translation>He corregido «{0}» a «{1}».</translation>
    </message>
    <message>
        <source>I removed “{0}”.</source>
        <translation>He quitado «{0}».</translation>
    </message>
    <message>
        <source>I removed the section “{0}”.</source>
        <translation>He quitado la sección «{0}».</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} (once).</source>
        <translation>He cambiado el nombre {0} por {1} (una vez).</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} (twice).</source>
        <translation>He cambiado el nombre {0} por {1} (dos veces).</translation>
    </message>
    <message>
        <source>I renamed {0} to {1} ({2} times).</source>
        <translation>He cambiado el nombre {0} por {1} ({2} veces).</translation>
    </message>
    <message>
        <source>I renamed the section “{0}” to “{1}”.</source>
        <translation>He cambiado el nombre de la sección «{0}» por «{1}».</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}”.</source>
        <translation>He sustituido «{0}» por «{1}».</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” (once).</source>
        <translation>He sustituido «{0}» por «{1}» (una vez).</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” (twice).</source>
        <translation>He sustituido «{0}» por «{1}» (dos veces).</translation>
    </message>
    <message>
        <source>I replaced “{0}” by “{1}” ({2} times).</source>
        <translation>He sustituido «{0}» por «{1}» ({2} veces).</translation>
    </message>
    <message>
        <source>I shortened the summary: from {0} to {1} words.</source>
        <translation>He acortado el resumen: de {0} a {1} palabras.</translation>
    </message>
    <message>
        <source>I shortened {0}: from {1} to {2} words.</source>
        <translation>He acortado {0}: de {1} a {2} palabras.</translation>
    </message>
    <message>
        <source>I shortened “{0}”.</source>
        <translation>He acortado «{0}».</translation>
    </message>
    <message>
        <source>I numbered {0}.</source>
        <translation>He numerado {0}.</translation>
    </message>
    <message>
        <source>I gave checkboxes to {0}.</source>
        <translation>He puesto casillas a {0}.</translation>
    </message>
    <message>
        <source>I put into bullets: {0}.</source>
        <translation>He puesto viñetas: {0}.</translation>
    </message>
    <message>
        <source>I merged into one paragraph: {0}.</source>
        <translation>He unido en un párrafo: {0}.</translation>
    </message>
    <message>
        <source>I marked “{0}” as done.</source>
        <translation>He marcado «{0}» como hecho.</translation>
    </message>
    <message>
        <source>I marked “{0}” as open.</source>
        <translation>He marcado «{0}» como pendiente.</translation>
    </message>
    <message>
        <source>I split it into {0} items.</source>
        <translation>Lo he dividido en {0} puntos.</translation>
    </message>
    <message>
        <source>I moved “{0}”.</source>
        <translation>He movido «{0}».</translation>
    </message>
    <message>
        <source>I swapped the two items.</source>
        <translation>He intercambiado los dos puntos.</translation>
    </message>
    <message>
        <source>I put the sections in that order.</source>
        <translation>He puesto las secciones en ese orden.</translation>
    </message>
    <message>
        <source>I sorted the list.</source>
        <translation>He ordenado la lista.</translation>
    </message>
    <message>
        <source>I sorted the sections.</source>
        <translation>He ordenado las secciones.</translation>
    </message>
    <message>
        <source>I reversed the order.</source>
        <translation>He invertido el orden.</translation>
    </message>
    <message>
        <source>I emphasised the headings.</source>
        <translation>He destacado los encabezados.</translation>
    </message>
    <message>
        <source>I took the emphasis out.</source>
        <translation>He quitado los destacados.</translation>
    </message>
    <message>
        <source>The summary has {0} words.</source>
        <translation>El resumen tiene {0} palabras.</translation>
    </message>
    <message>
        <source>The summary has {0} bullets.</source>
        <translation>El resumen tiene {0} viñetas.</translation>
    </message>
    <message>
        <source>The summary already reads that way.</source>
        <translation>El resumen ya dice eso.</translation>
    </message>
    <message>
        <source>It has that form already, so I left it as it was.</source>
        <translation>Ya tiene esa forma, así que lo he dejado como estaba.</translation>
    </message>
    <message>
        <source>It stands in that order already.</source>
        <translation>Ya está en ese orden.</translation>
    </message>
    <message>
        <source>No longer in the summary: {0}.</source>
        <translation>Ya no está en el resumen: {0}.</translation>
    </message>
    <message>
        <source>That is not in the summary: it does not mention {0}.</source>
        <translation>Eso no está en el resumen: no menciona {0}.</translation>
    </message>
    <message>
        <source>That is not in the summary: it does not say anything about it.</source>
        <translation>Eso no está en el resumen: no dice nada al respecto.</translation>
    </message>
    <message>
        <source>There is a section “{0}” already, so I left the summary as it was.</source>
        <translation>Ya hay una sección «{0}», así que he dejado el resumen como estaba.</translation>
    </message>
    <message>
        <source>There is no emphasis in the summary.</source>
        <translation>No hay nada destacado en el resumen.</translation>
    </message>
    <message>
        <source>There is nothing of that kind in the summary.</source>
        <translation>No hay nada así en el resumen.</translation>
    </message>
    <message>
        <source>There is nothing of that kind in the summary, so I left it as it was.</source>
        <translation>No hay nada así en el resumen, así que lo he dejado como estaba.</translation>
    </message>
    <message>
        <source>I found no such name in the summary, so I left it as it was.</source>
        <translation>No he encontrado ese nombre en el resumen, así que lo he dejado como estaba.</translation>
    </message>
    <message>
        <source>I found nothing in the summary that “{0}” names, so I left it as it was.</source>
        <translation>No he encontrado en el resumen nada que «{0}» nombre, así que lo he dejado como estaba.</translation>
    </message>
    <message>
        <source>I found nothing that could go without losing something, so I left it as it was.</source>
        <translation>No he encontrado nada que pueda quitarse sin perder algo, así que lo he dejado como estaba.</translation>
    </message>
    <message>
        <source>I wrote no e-mail: the summary holds no commitments and no next session.</source>
        <translation>No he escrito ningún correo: el resumen no contiene compromisos ni próxima sesión.</translation>
    </message>
    <message>
        <source>I did not understand “{0}” and did nothing about it.</source>
        <translation>No he entendido «{0}» y no he hecho nada con ello.</translation>
    </message>
    <message>
        <source>I did not understand “{0}”, so I left the summary as it was. Try one change at a time, such as “make it shorter”, “rename Anna to Anne” or “add a commitment: call Tom on Monday”.</source>
        <translation>No he entendido «{0}» y he dejado el resumen como estaba. Pruebe un cambio cada vez, por ejemplo «más corto» o, en inglés, «rename Anna to Anne» o «add a commitment: call Tom on Monday».</translation>
    </message>
    <message>
        <source>I did not find the selected words any more, so I worked on the whole summary.</source>
        <translation>Ya no he encontrado las palabras seleccionadas, así que he trabajado sobre todo el resumen.</translation>
    </message>
    <message>
        <source>Tell me what to change in the summary, or ask me something about it.</source>
        <translation>Dígame qué cambiar en el resumen, o pregúnteme algo sobre él.</translation>
    </message>
    <message>
        <source>The model on this laptop failed, so I used the rules alone.</source>
        <translation>El modelo de este portátil ha fallado, así que he usado solo las reglas.</translation>
    </message>
    <message>
        <source>I left the summary as it was: every change that this asked for failed a check.</source>
        <translation>He dejado el resumen como estaba: cada cambio pedido no superó una comprobación.</translation>
    </message>
    <message>
        <source>I left the summary as it was: this would leave nothing of it. Delete the session if you want it gone.</source>
        <translation>He dejado el resumen como estaba: no quedaría nada de él. Elimine la sesión si quiere que desaparezca.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I only edit this summary and answer questions about it.</source>
        <translation>He dejado el resumen como estaba: solo edito este resumen y respondo preguntas sobre él.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I edit this summary and answer questions about it; I cannot do this.</source>
        <translation>He dejado el resumen como estaba: edito este resumen y respondo preguntas sobre él; esto no puedo hacerlo.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I add only what the transcript, the summary or you say is so, and nothing invented.</source>
        <translation>He dejado el resumen como estaba: solo añado lo que dicen la transcripción, el resumen o usted, y nada inventado.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I do not write what insults or harms people.</source>
        <translation>He dejado el resumen como estaba: no escribo lo que insulta o daña a personas.</translation>
    </message>
    <message>
        <source>I left the summary as it was: I make no diagnosis and give no medical advice. It does not say anything of the kind.</source>
        <translation>He dejado el resumen como estaba: no hago diagnósticos ni doy consejo médico. No dice nada parecido.</translation>
    </message>
    <message>
        <source>I left this as it was: the summary before the last change is in its list of revisions, and Undo in the window brings it back.</source>
        <translation>He dejado esto como estaba: el resumen anterior al último cambio está en la lista de versiones, y Deshacer en la ventana lo trae de vuelta.</translation>
    </message>
</context>
<context>
    <name>RevisionsView</name>
    <message>
        <source>Revisions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Select two to compare them</source>
        <translation>Seleccione dos para compararlas</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Against the one before</source>
        <translation>Con la anterior</translation>
    </message>
    <message>
        <source>Against the current</source>
        <translation>Con la actual</translation>
    </message>
    <message>
        <source>Restore this text</source>
        <translation>Restaurar este texto</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Every text of the summary will be kept here, with who wrote it and when.</source>
        <translation>Aquí se conservará cada texto del resumen, con su autor y su fecha.</translation>
    </message>
    <message>
        <source>current</source>
        <translation>actual</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>aprobada</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>combinada</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search sessions</source>
        <translation>Buscar sesiones</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>A client needs a name.</source>
        <translation>Un cliente necesita un nombre.</translation>
    </message>
    <message>
        <source>A new summary of the whole transcript ({0} % of it was read).</source>
        <translation>Un nuevo resumen de toda la transcripción (se leyó el {0} %).</translation>
    </message>
    <message>
        <source>A part of the data on this disk was damaged; it was set aside as {0}.</source>
        <translation>Una parte de los datos de este disco estaba dañada; se apartó como {0}.</translation>
    </message>
    <message>
        <source>A reply is still being written. Stop it first, or wait for it.</source>
        <translation>Todavía se está escribiendo una respuesta. Deténgala primero o espere.</translation>
    </message>
    <message>
        <source>A session cannot be exported in that format: choose one of {0}.</source>
        <translation>Una sesión no se puede exportar en ese formato: elija uno de {0}.</translation>
    </message>
    <message>
        <source>A summary can have at most 256 KB. Shorten it, or keep the rest in another session.</source>
        <translation>Un resumen puede tener como máximo 256 KB. Acórtelo o guarde el resto en otra sesión.</translation>
    </message>
    <message>
        <source>A summary is already being written. Stop it first, or wait for it.</source>
        <translation>Ya se está escribiendo un resumen. Deténgalo primero o espere.</translation>
    </message>
    <message>
        <source>A transcript is not on this laptop yet. Connect to the platform once, and try again.</source>
        <translation>Una transcripción aún no está en este portátil. Conéctese una vez a la plataforma y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>AI policy</source>
        <translation>regla de IA</translation>
    </message>
    <message>
        <source>All edits that were waiting could be read and are still here.</source>
        <translation>Todos los cambios en espera se pudieron leer y siguen aquí.</translation>
    </message>
    <message>
        <source>An earlier edit of this session has to be settled first.</source>
        <translation>Primero hay que resolver un cambio anterior de esta sesión.</translation>
    </message>
    <message>
        <source>An edit of a session names no session; please report this.</source>
        <translation>Un cambio de sesión no nombra ninguna sesión; por favor, comuníquelo.</translation>
    </message>
    <message>
        <source>Another CoachDesk is busy opening this data; try again in a minute.</source>
        <translation>Otro CoachDesk está abriendo estos datos; vuelva a intentarlo en un minuto.</translation>
    </message>
    <message>
        <source>Another CoachDesk is renewing the sign-in. It is tried again soon.</source>
        <translation>Otro CoachDesk está renovando el inicio de sesión. Se intentará de nuevo pronto.</translation>
    </message>
    <message>
        <source>Another device changed this in the meantime.</source>
        <translation>Otro dispositivo cambió esto entretanto.</translation>
    </message>
    <message>
        <source>Another program is busy with CoachDesk&apos;s data, so this was not saved; try again.</source>
        <translation>Otro programa está usando los datos de CoachDesk, por lo que esto no se guardó; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Another version of CoachDesk was installed. Close CoachDesk and start it again; what you wrote is saved.</source>
        <translation>Se ha instalado otra versión de CoachDesk. Cierre CoachDesk y vuelva a abrirlo; lo que ha escrito está guardado.</translation>
    </message>
    <message>
        <source>COACHDESK_TOKEN is set, but not the platform&apos;s address. Set COACHDESK_SERVER too.</source>
        <translation>COACHDESK_TOKEN está definido, pero no la dirección de la plataforma. Defina también COACHDESK_SERVER.</translation>
    </message>
    <message>
        <source>COACHDESK_TOKEN says who you are; start CoachDesk without it to sign in.</source>
        <translation>COACHDESK_TOKEN indica quién es usted; inicie CoachDesk sin él para iniciar sesión.</translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation>Cambiado: {0}</translation>
    </message>
    <message>
        <source>Changed: {0} and {1}</source>
        <translation>Cambiado: {0} y {1}</translation>
    </message>
    <message>
        <source>Changed: {0}, {1} and {2}</source>
        <translation>Cambiado: {0}, {1} y {2}</translation>
    </message>
    <message>
        <source>Changed: {0}, {1} and {2} more</source>
        <translation>Cambiado: {0}, {1} y {2} datos más</translation>
    </message>
    <message>
        <source>Charge it before you leave.</source>
        <translation>Cárguela antes de salir.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Comprobando …</translation>
    </message>
    <message>
        <source>Choose a passphrase of at least {0} characters; a few words are easy to remember.</source>
        <translation>Elija una frase de contraseña de al menos {0} caracteres; unas pocas palabras se recuerdan con facilidad.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Elija otro modelo.</translation>
    </message>
    <message>
        <source>Choose another with: coachdesk model use NAME.</source>
        <translation>Elija otro con: coachdesk model use NAME.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model with: coachdesk model use NAME.</source>
        <translation>Cierre otros programas o elija un modelo más pequeño con: coachdesk model use NAME.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>Cierre otros programas o elija un modelo más pequeño.</translation>
    </message>
    <message>
        <source>CoachDesk does not send notes over plain http. Use the https:// address of the platform.</source>
        <translation>CoachDesk no envía notas por http sin cifrar. Use la dirección https:// de la plataforma.</translation>
    </message>
    <message>
        <source>CoachDesk is closing, so this was not saved; start it again.</source>
        <translation>CoachDesk se está cerrando, por lo que esto no se guardó; inícielo de nuevo.</translation>
    </message>
    <message>
        <source>CoachDesk is closing; start it again.</source>
        <translation>CoachDesk se está cerrando; inícielo de nuevo.</translation>
    </message>
    <message>
        <source>CoachDesk is locked. Type your passphrase.</source>
        <translation>CoachDesk está bloqueado. Escriba su frase de contraseña.</translation>
    </message>
    <message>
        <source>CoachDesk may not write to its folder; check the permissions of the disk and try again.</source>
        <translation>CoachDesk no puede escribir en su carpeta; compruebe los permisos del disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>CoachDesk may not write to its folder; check the permissions of the disk.</source>
        <translation>CoachDesk no puede escribir en su carpeta; compruebe los permisos del disco.</translation>
    </message>
    <message>
        <source>CoachDesk {0} is there.{1} Read more and get it at {2}</source>
        <translation>CoachDesk {0} está disponible.{1} Más información y descarga: {2}</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s data cannot be opened; check that its folder is there and may be written.</source>
        <translation>Los datos de CoachDesk no se pueden abrir; compruebe que su carpeta existe y que se puede escribir en ella.</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s data on this disk is damaged; start it again, and it saves all that can still be read.</source>
        <translation>Los datos de CoachDesk en este disco están dañados; inícielo de nuevo y salvará todo lo que aún se pueda leer.</translation>
    </message>
    <message>
        <source>CoachDesk&apos;s folder cannot be made; check the disk and its permissions.</source>
        <translation>No se puede crear la carpeta de CoachDesk; compruebe el disco y sus permisos.</translation>
    </message>
    <message>
        <source>Decide about each in the outbox.</source>
        <translation>Decida sobre cada uno en la bandeja de salida.</translation>
    </message>
    <message>
        <source>Go online and run: coachdesk sync.</source>
        <translation>Conéctese y ejecute: coachdesk sync.</translation>
    </message>
    <message>
        <source>Go online and run: coachdesk travel-check.</source>
        <translation>Conéctese y ejecute: coachdesk travel-check.</translation>
    </message>
    <message>
        <source>Go online, and sync.</source>
        <translation>Conéctese y sincronice.</translation>
    </message>
    <message>
        <source>Go online, sync, and look again.</source>
        <translation>Conéctese, sincronice y vuelva a mirar.</translation>
    </message>
    <message>
        <source>Look at them with: coachdesk queue.</source>
        <translation>Véalos con: coachdesk queue.</translation>
    </message>
    <message>
        <source>Make room: CoachDesk wants 1 GB for what it keeps while offline.</source>
        <translation>Haga sitio: CoachDesk necesita 1 GB para lo que guarda sin conexión.</translation>
    </message>
    <message>
        <source>Memory is too short for {0}, so {1} answers on this laptop. Close other programs to use the larger one.</source>
        <translation>No hay memoria para {0}, así que en este portátil responde {1}. Cierre otros programas para usar el mayor.</translation>
    </message>
    <message>
        <source>Memory is too short for {0}. Close other programs, or choose a smaller model.</source>
        <translation>No hay memoria para {0}. Cierre otros programas o elija un modelo más pequeño.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Nueva sesión</translation>
    </message>
    <message>
        <source>No refused edit has this id; the list of waiting edits shows those there are.</source>
        <translation>Ningún cambio rechazado tiene este identificador; la lista de cambios en espera muestra los que hay.</translation>
    </message>
    <message>
        <source>No waiting edit has this id; the list of waiting edits shows those there are.</source>
        <translation>Ningún cambio en espera tiene este identificador; la lista de cambios en espera muestra los que hay.</translation>
    </message>
    <message>
        <source>Nobody is signed in on this laptop.</source>
        <translation>Nadie ha iniciado sesión en este portátil.</translation>
    </message>
    <message>
        <source>Nothing can be said about newer versions at the moment.</source>
        <translation>Por ahora no se puede decir nada sobre versiones nuevas.</translation>
    </message>
    <message>
        <source>Nothing changed any more</source>
        <translation>Ya nada cambiado</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>No hay nada pendiente de enviar.</translation>
    </message>
    <message>
        <source>Offline · everything is on this laptop</source>
        <translation>Sin conexión · todo está en este portátil</translation>
    </message>
    <message>
        <source>Offline · {0}</source>
        <translation>Sin conexión · {0}</translation>
    </message>
    <message>
        <source>On this laptop only</source>
        <translation>Solo en este portátil</translation>
    </message>
    <message>
        <source>On this laptop {0} would write better than {1}, the model that came along. Get it{2} with: coachdesk model {3} {4}</source>
        <translation>En este portátil {0} escribiría mejor que {1}, el modelo incluido. Obténgalo{2} con: coachdesk model {3} {4}</translation>
    </message>
    <message>
        <source>On this laptop · the platform answers in the chat</source>
        <translation>En este portátil · la plataforma responde en el chat</translation>
    </message>
    <message>
        <source>One of the client&apos;s fields has a value that is too long or of the wrong kind.</source>
        <translation>Un campo del cliente tiene un valor demasiado largo o de un tipo equivocado.</translation>
    </message>
    <message>
        <source>One of the session&apos;s fields has a value that is too long or of the wrong kind.</source>
        <translation>Un campo de la sesión tiene un valor demasiado largo o de un tipo equivocado.</translation>
    </message>
    <message>
        <source>Question to the platform</source>
        <translation>Pregunta a la plataforma</translation>
    </message>
    <message>
        <source>Reply in the chat</source>
        <translation>Respuesta en el chat</translation>
    </message>
    <message>
        <source>Rules on this laptop answer, no model sees it</source>
        <translation>Responden reglas en este portátil, ningún modelo lo ve</translation>
    </message>
    <message>
        <source>Signed in to {0}.</source>
        <translation>Sesión iniciada en {0}.</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Sesión cerrada.</translation>
    </message>
    <message>
        <source>Something went wrong in CoachDesk itself. Your work is safe; please try again.</source>
        <translation>Algo ha fallado en CoachDesk. Su trabajo está a salvo; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Stopped. If the platform answers all the same, its words appear here.</source>
        <translation>Detenido. Si la plataforma responde de todos modos, sus palabras aparecerán aquí.</translation>
    </message>
    <message>
        <source>Stopped. The summary is as it was.</source>
        <translation>Detenido. El resumen está como estaba.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>Summarising</source>
        <translation>Resumiendo</translation>
    </message>
    <message>
        <source>Summary approved</source>
        <translation>Resumen aprobado</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Sincronizado</translation>
    </message>
    <message>
        <source>Syncing stopped because of a defect. Restart CoachDesk; your edits are safe.</source>
        <translation>La sincronización se detuvo por un defecto. Reinicie CoachDesk; sus cambios están a salvo.</translation>
    </message>
    <message>
        <source>Syncing · {0}</source>
        <translation>Sincronizando · {0}</translation>
    </message>
    <message>
        <source>The address answers, but not as a platform. Check it; on a guest Wi-Fi, sign in there first.</source>
        <translation>La dirección responde, pero no como plataforma. Compruébela; en una wifi de invitados, inicie antes sesión en ella.</translation>
    </message>
    <message>
        <source>The backup was restored.</source>
        <translation>La copia de seguridad se ha restaurado.</translation>
    </message>
    <message>
        <source>The battery is at {0} %.</source>
        <translation>La batería está al {0} %.</translation>
    </message>
    <message>
        <source>The certificates that COACHDESK_CA names cannot be read. Check the file; your edits wait here.</source>
        <translation>No se pueden leer los certificados que indica COACHDESK_CA. Compruebe el archivo; sus cambios esperan aquí.</translation>
    </message>
    <message>
        <source>The choice of the model could not be stored ({0}).</source>
        <translation>No se pudo guardar la elección del modelo ({0}).</translation>
    </message>
    <message>
        <source>The client&apos;s AI policy does not allow this.</source>
        <translation>La norma de IA del cliente no lo permite.</translation>
    </message>
    <message>
        <source>The connection dropped. Your edits wait on this laptop.</source>
        <translation>Se cortó la conexión. Sus cambios esperan en este portátil.</translation>
    </message>
    <message>
        <source>The date of a session is written YYYY-MM-DD, like 2026-05-12.</source>
        <translation>La fecha de una sesión se escribe AAAA-MM-DD, como 2026-05-12.</translation>
    </message>
    <message>
        <source>The disk did not do what CoachDesk asked, so this was not saved; check it and try again.</source>
        <translation>El disco no hizo lo que CoachDesk pidió, por lo que esto no se guardó; compruébelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved; make some room and try again.</source>
        <translation>El disco está lleno, por lo que esto no se guardó; haga sitio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full, so “{0}” was not written: make room and export again.</source>
        <translation>El disco está lleno, por lo que «{0}» no se escribió: haga sitio y exporte de nuevo.</translation>
    </message>
    <message>
        <source>The disk is too slow to save the last edits; they are kept until CoachDesk starts again.</source>
        <translation>El disco es demasiado lento para guardar los últimos cambios; se conservan hasta que CoachDesk se inicie de nuevo.</translation>
    </message>
    <message>
        <source>The download was cut off. What has arrived is kept: try again when the connection is better.</source>
        <translation>La descarga se cortó. Lo que llegó se conserva: inténtelo de nuevo cuando la conexión sea mejor.</translation>
    </message>
    <message>
        <source>The file was read as {0}; check letters with accents.</source>
        <translation>El archivo se leyó como {0}; compruebe las letras con acento.</translation>
    </message>
    <message>
        <source>The grammar of this request cannot be read.</source>
        <translation>No se puede leer la gramática de esta petición.</translation>
    </message>
    <message>
        <source>The hub does not have {0} (it says {1}). Choose another model.</source>
        <translation>El hub no tiene {0} (responde {1}). Elija otro modelo.</translation>
    </message>
    <message>
        <source>The hub sends from address to address without an end. Try again later, or import a file.</source>
        <translation>El hub redirige sin fin de una dirección a otra. Inténtelo más tarde o importe un archivo.</translation>
    </message>
    <message>
        <source>The hub sent more than {0} has. Try again later, or import a file.</source>
        <translation>El hub envió más de lo que ocupa {0}. Inténtelo más tarde o importe un archivo.</translation>
    </message>
    <message>
        <source>The hub sent the download to an address without encryption, so it was stopped. Import a file instead.</source>
        <translation>El hub redirigió a una dirección sin cifrar, así que se detuvo. Importe un archivo en su lugar.</translation>
    </message>
    <message>
        <source>The key of your data cannot be read from the disk; check its permissions.</source>
        <translation>La clave de sus datos no se puede leer del disco; compruebe los permisos.</translation>
    </message>
    <message>
        <source>The keychain did not hold the key of your data; set COACHDESK_PASSPHRASE instead.</source>
        <translation>El llavero no guardó la clave de sus datos; defina COACHDESK_PASSPHRASE en su lugar.</translation>
    </message>
    <message>
        <source>The keychain does not answer; unlock it, or {0}.</source>
        <translation>El llavero no responde; desbloquéelo, o {0}.</translation>
    </message>
    <message>
        <source>The keychain of this machine no longer holds the key of your data; {0}.</source>
        <translation>El llavero de este equipo ya no tiene la clave de sus datos; {0}.</translation>
    </message>
    <message>
        <source>The keychain refused to hold the key of your data; unlock it and try again.</source>
        <translation>El llavero rechazó la clave de sus datos; desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The keychain that holds the key of your data is not there; unlock it, or {0}.</source>
        <translation>El llavero que guarda la clave de sus datos no está; desbloquéelo, o {0}.</translation>
    </message>
    <message>
        <source>The local data can be read, but parts of it do not fit together.</source>
        <translation>Los datos locales se pueden leer, pero algunas partes no encajan.</translation>
    </message>
    <message>
        <source>The local data cannot be read, or parts of it are damaged.</source>
        <translation>Los datos locales no se pueden leer o están dañados en parte.</translation>
    </message>
    <message>
        <source>The model could not be stored ({0}). Make room and try again.</source>
        <translation>No se pudo guardar el modelo ({0}). Haga sitio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The model file {0} cannot be read ({1}). Choose another model.</source>
        <translation>El archivo de modelo {0} no se puede leer ({1}). Elija otro modelo.</translation>
    </message>
    <message>
        <source>The model on this laptop answers</source>
        <translation>Responde el modelo de este portátil</translation>
    </message>
    <message>
        <source>The model on this laptop could not go on. Please try again.</source>
        <translation>El modelo de este portátil no pudo continuar. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The model on this laptop did not start. Simple requests still work.</source>
        <translation>El modelo de este portátil no se inició. Las peticiones sencillas siguen funcionando.</translation>
    </message>
    <message>
        <source>The model on this laptop stopped unexpectedly and was started again; your text is kept. Please try again.</source>
        <translation>El modelo de este portátil se detuvo de forma inesperada y se reinició; su texto se conserva. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The model on this laptop was closed before it had finished.</source>
        <translation>El modelo de este portátil se cerró antes de terminar.</translation>
    </message>
    <message>
        <source>The model on this laptop was closed. Start CoachDesk again.</source>
        <translation>El modelo de este portátil se cerró. Inicie CoachDesk de nuevo.</translation>
    </message>
    <message>
        <source>The model process could not be started ({0}). Please try again.</source>
        <translation>No se pudo iniciar el proceso del modelo ({0}). Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The model process stopped while it was loading {0}. Choose another model.</source>
        <translation>El proceso del modelo se detuvo al cargar {0}. Elija otro modelo.</translation>
    </message>
    <message>
        <source>The note about the key could not be saved; check the disk and try again.</source>
        <translation>No se pudo guardar la nota sobre la clave; compruebe el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The note about the key of this data is damaged; enter the recovery key to open it.</source>
        <translation>La nota sobre la clave de estos datos está dañada; escriba la clave de recuperación para abrirlos.</translation>
    </message>
    <message>
        <source>The note about the key of this data is missing; enter the recovery key to open it.</source>
        <translation>Falta la nota sobre la clave de estos datos; escriba la clave de recuperación para abrirlos.</translation>
    </message>
    <message>
        <source>The passphrase is set, but the keychain did not forget the old key; remove “CoachDesk” there by hand.</source>
        <translation>La frase de contraseña está definida, pero el llavero no olvidó la clave antigua; quite allí «CoachDesk» a mano.</translation>
    </message>
    <message>
        <source>The picture {0} could not be written. Is there room on the disk?</source>
        <translation>No se pudo escribir la imagen {0}. ¿Hay sitio en el disco?</translation>
    </message>
    <message>
        <source>The platform and this laptop do not agree on what they hold. CoachDesk looks again later; no edit is lost.</source>
        <translation>La plataforma y este portátil no coinciden en lo que tienen. CoachDesk volverá a comprobarlo más tarde; no se pierde ningún cambio.</translation>
    </message>
    <message>
        <source>The platform answers</source>
        <translation>Responde la plataforma</translation>
    </message>
    <message>
        <source>The platform cannot be reached now. Ask the laptop, or try again when you are online.</source>
        <translation>Ahora no se puede llegar a la plataforma. Pregunte al portátil o inténtelo de nuevo cuando tenga conexión.</translation>
    </message>
    <message>
        <source>The platform cannot be reached. Your edits wait on this laptop.</source>
        <translation>No se puede llegar a la plataforma. Sus cambios esperan en este portátil.</translation>
    </message>
    <message>
        <source>The platform could not do this now. CoachDesk tries again by itself.</source>
        <translation>La plataforma no pudo hacerlo ahora. CoachDesk lo intenta de nuevo por sí mismo.</translation>
    </message>
    <message>
        <source>The platform could not read this edit.</source>
        <translation>La plataforma no pudo leer este cambio.</translation>
    </message>
    <message>
        <source>The platform did not answer before the line dropped. Look at the chat before you ask it again.</source>
        <translation>La plataforma no respondió antes de cortarse la línea. Mire el chat antes de preguntar de nuevo.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in any more. Sign in again; nothing is lost.</source>
        <translation>La plataforma ya no acepta su inicio de sesión. Inícielo de nuevo; no se ha perdido nada.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in. Sign in again; everything is on this laptop.</source>
        <translation>La plataforma no acepta su inicio de sesión. Inícielo de nuevo; todo está en este portátil.</translation>
    </message>
    <message>
        <source>The platform does not accept your sign-in. Sign in again; your edits wait here.</source>
        <translation>La plataforma no acepta su inicio de sesión. Inícielo de nuevo; sus cambios esperan aquí.</translation>
    </message>
    <message>
        <source>The platform does not accept your token. Sign in again; your edits wait here.</source>
        <translation>La plataforma no acepta su credencial. Inicie sesión de nuevo; sus cambios esperan aquí.</translation>
    </message>
    <message>
        <source>The platform does not answer. Your edits wait on this laptop.</source>
        <translation>La plataforma no responde. Sus cambios esperan en este portátil.</translation>
    </message>
    <message>
        <source>The platform does not have the file that this edit names.</source>
        <translation>La plataforma no tiene el archivo que nombra este cambio.</translation>
    </message>
    <message>
        <source>The platform does not have this file.</source>
        <translation>La plataforma no tiene este archivo.</translation>
    </message>
    <message>
        <source>The platform does not know this name and password. Check both and try again.</source>
        <translation>La plataforma no conoce este nombre y contraseña. Compruebe ambos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The platform does not know what this edit is about.</source>
        <translation>La plataforma no sabe a qué se refiere este cambio.</translation>
    </message>
    <message>
        <source>The platform does not sync any more. Your edits wait on this laptop; ask those who run it.</source>
        <translation>La plataforma ya no sincroniza. Sus cambios esperan en este portátil; pregunte a quienes la gestionan.</translation>
    </message>
    <message>
        <source>The platform is not ready. CoachDesk goes on trying; your edits wait on this laptop.</source>
        <translation>La plataforma no está lista. CoachDesk sigue intentándolo; sus cambios esperan en este portátil.</translation>
    </message>
    <message>
        <source>The platform refused the file.</source>
        <translation>La plataforma rechazó el archivo.</translation>
    </message>
    <message>
        <source>The platform sent a file larger than 50 MB. It was not taken.</source>
        <translation>La plataforma envió un archivo de más de 50 MB. No se aceptó.</translation>
    </message>
    <message>
        <source>The platform sent something that CoachDesk cannot read; nothing was changed.</source>
        <translation>La plataforma envió algo que CoachDesk no puede leer; no se cambió nada.</translation>
    </message>
    <message>
        <source>The platform speaks another version. Update CoachDesk; your edits wait here.</source>
        <translation>La plataforma habla otra versión. Actualice CoachDesk; sus cambios esperan aquí.</translation>
    </message>
    <message>
        <source>The recovery key could not be saved there; choose another place.</source>
        <translation>La clave de recuperación no se pudo guardar allí; elija otro lugar.</translation>
    </message>
    <message>
        <source>The replica refused a statement ({0}); please report this.</source>
        <translation>La base local rechazó una instrucción ({0}); por favor, comuníquelo.</translation>
    </message>
    <message>
        <source>The reply failed because of a defect in CoachDesk. The summary is as it was; try it again.</source>
        <translation>La respuesta falló por un defecto de CoachDesk. El resumen está como estaba; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The session was deleted on another device.</source>
        <translation>La sesión se eliminó en otro dispositivo.</translation>
    </message>
    <message>
        <source>The sign-in was renewed.</source>
        <translation>Se renovó el inicio de sesión.</translation>
    </message>
    <message>
        <source>The starter model is missing. Install CoachDesk again, or add a model file.</source>
        <translation>Falta el modelo inicial. Instale CoachDesk de nuevo o añada un archivo de modelo.</translation>
    </message>
    <message>
        <source>The text is longer than the platform accepts.</source>
        <translation>El texto es más largo de lo que acepta la plataforma.</translation>
    </message>
    <message>
        <source>The transcript is not on this laptop now. Correct it once it could be fetched.</source>
        <translation>La transcripción no está ahora en este portátil. Corríjala cuando se haya podido obtener.</translation>
    </message>
    <message>
        <source>The transcript of this session is not on this laptop. Import it, or connect to fetch it.</source>
        <translation>La transcripción de esta sesión no está en este portátil. Impórtela o conéctese para obtenerla.</translation>
    </message>
    <message>
        <source>There are no transcripts of the last {0} days.</source>
        <translation>No hay transcripciones de los últimos {0} días.</translation>
    </message>
    <message>
        <source>There is no change of the platform left to undo.</source>
        <translation>Ya no queda ningún cambio de la plataforma que deshacer.</translation>
    </message>
    <message>
        <source>There is no client with this id.</source>
        <translation>No hay ningún cliente con este identificador.</translation>
    </message>
    <message>
        <source>There is no data here yet; sign in or start CoachDesk once.</source>
        <translation>Aún no hay datos aquí; inicie sesión o arranque CoachDesk una vez.</translation>
    </message>
    <message>
        <source>There is no file “{0}”. Check the path.</source>
        <translation>No hay ningún archivo «{0}». Compruebe la ruta.</translation>
    </message>
    <message>
        <source>There is no file “{0}”: check its name and folder.</source>
        <translation>No hay ningún archivo «{0}»: compruebe su nombre y su carpeta.</translation>
    </message>
    <message>
        <source>There is no folder “{0}” to export into: create it first.</source>
        <translation>No hay ninguna carpeta «{0}» a la que exportar: créela primero.</translation>
    </message>
    <message>
        <source>There is no folder “{0}”. Create it first, or name another.</source>
        <translation>No hay ninguna carpeta «{0}». Créela primero o indique otra.</translation>
    </message>
    <message>
        <source>There is no model file at {0}. Choose another model, or put the file back.</source>
        <translation>No hay ningún archivo de modelo en {0}. Elija otro modelo o devuelva el archivo a su sitio.</translation>
    </message>
    <message>
        <source>There is no proposal in this session that the platform could be asked for.</source>
        <translation>En esta sesión no hay ninguna propuesta que pedir a la plataforma.</translation>
    </message>
    <message>
        <source>There is no proposal in this session that waits for a decision.</source>
        <translation>En esta sesión no hay ninguna propuesta pendiente de decisión.</translation>
    </message>
    <message>
        <source>There is no question to ask again.</source>
        <translation>No hay ninguna pregunta que repetir.</translation>
    </message>
    <message>
        <source>There is no revision with this id. `coachdesk revisions` shows those there are.</source>
        <translation>No hay ninguna versión con este identificador. `coachdesk revisions` muestra las que hay.</translation>
    </message>
    <message>
        <source>There is no session with this id.</source>
        <translation>No hay ninguna sesión con este identificador.</translation>
    </message>
    <message>
        <source>There is no session with this id. `coachdesk list` shows those there are.</source>
        <translation>No hay ninguna sesión con este identificador. `coachdesk list` muestra las que hay.</translation>
    </message>
    <message>
        <source>There is no summary in this session that a branch could be settled with.</source>
        <translation>En esta sesión no hay resumen con el que unir otro texto.</translation>
    </message>
    <message>
        <source>There is no summary yet that could be approved.</source>
        <translation>Aún no hay ningún resumen que aprobar.</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Aún no hay nada que enviar.</translation>
    </message>
    <message>
        <source>This client&apos;s AI policy keeps the text on this laptop. Ask the laptop, or change the policy.</source>
        <translation>La norma de IA de este cliente mantiene el texto en este portátil. Pregunte al portátil o cambie la norma.</translation>
    </message>
    <message>
        <source>This data is locked with a passphrase; type it, or set COACHDESK_PASSPHRASE to it.</source>
        <translation>Estos datos están bloqueados con una frase de contraseña; escríbala o defina COACHDESK_PASSPHRASE con ella.</translation>
    </message>
    <message>
        <source>This data was written by a newer CoachDesk; install that version to open it.</source>
        <translation>Estos datos los escribió un CoachDesk más reciente; instale esa versión para abrirlos.</translation>
    </message>
    <message>
        <source>This deletion has been sent already and cannot be taken back.</source>
        <translation>Esta eliminación ya se ha enviado y no se puede deshacer.</translation>
    </message>
    <message>
        <source>This edit does not wait any more.</source>
        <translation>Este cambio ya no está en espera.</translation>
    </message>
    <message>
        <source>This edit is on its way to the platform; wait for its answer.</source>
        <translation>Este cambio va camino de la plataforma; espere su respuesta.</translation>
    </message>
    <message>
        <source>This home holds data of the same coach already; nothing was overwritten. Use a fresh home.</source>
        <translation>Esta carpeta ya contiene datos del mismo coach; no se sobrescribió nada. Use una carpeta nueva.</translation>
    </message>
    <message>
        <source>This is longer than the platform accepts (256 KiB of text); please shorten it.</source>
        <translation>Es más largo de lo que acepta la plataforma (256 KiB de texto); acórtelo.</translation>
    </message>
    <message>
        <source>This is not a recovery key as it was shown; compare it letter by letter.</source>
        <translation>Esto no es una clave de recuperación como la que se mostró; compárela letra por letra.</translation>
    </message>
    <message>
        <source>This is too long for the model on this laptop: {0} tokens and {1} for the answer, of {2}. Choose a part of it, or a larger model.</source>
        <translation>Es demasiado largo para el modelo de este portátil: {0} tokens y {1} para la respuesta, de {2}. Elija una parte o un modelo mayor.</translation>
    </message>
    <message>
        <source>This key does not open the data on this disk; use the one it was made with.</source>
        <translation>Esta clave no abre los datos de este disco; use aquella con la que se crearon.</translation>
    </message>
    <message>
        <source>This machine has no keychain to hold the key of your data; set COACHDESK_PASSPHRASE instead.</source>
        <translation>Este equipo no tiene llavero para la clave de sus datos; defina COACHDESK_PASSPHRASE en su lugar.</translation>
    </message>
    <message>
        <source>This machine tells of no battery.</source>
        <translation>Este equipo no informa de ninguna batería.</translation>
    </message>
    <message>
        <source>This passphrase does not open the backup. Type the one it was made with.</source>
        <translation>Esta frase de contraseña no abre la copia de seguridad. Escriba aquella con la que se hizo.</translation>
    </message>
    <message>
        <source>This passphrase does not open your data; try again, or use the recovery key.</source>
        <translation>Esta frase de contraseña no abre sus datos; inténtelo de nuevo o use la clave de recuperación.</translation>
    </message>
    <message>
        <source>This picture is too large for a photo of a client. Choose a smaller one.</source>
        <translation>Esta imagen es demasiado grande para la foto de un cliente. Elija una más pequeña.</translation>
    </message>
    <message>
        <source>This recovery key belongs to other data; look for the one shown when this was set up.</source>
        <translation>Esta clave de recuperación pertenece a otros datos; busque la que se mostró al configurar.</translation>
    </message>
    <message>
        <source>This session has no transcript to export as captions: import one, or choose another format.</source>
        <translation>Esta sesión no tiene transcripción que exportar como subtítulos: importe una o elija otro formato.</translation>
    </message>
    <message>
        <source>This session is kept on this laptop. Ask the laptop, or release it first (Session menu).</source>
        <translation>Esta sesión se queda en este portátil. Pregunte al portátil o libérela primero (menú Sesión).</translation>
    </message>
    <message>
        <source>This text holds characters that cannot be saved; remove what was pasted last.</source>
        <translation>Este texto contiene caracteres que no se pueden guardar; quite lo último que pegó.</translation>
    </message>
    <message>
        <source>Transcript of one line</source>
        <translation>Transcripción de una línea</translation>
    </message>
    <message>
        <source>Transcript of {0} lines</source>
        <translation>Transcripción, líneas: {0}</translation>
    </message>
    <message>
        <source>Two versions of a summary wait for your decision. Settle them first, then keep it here.</source>
        <translation>Dos versiones de un resumen esperan su decisión. Resuélvalas primero y manténgalo después aquí.</translation>
    </message>
    <message>
        <source>What answers at the address is no platform. Check it, or sign in to the Wi-Fi first.</source>
        <translation>Lo que responde en la dirección no es una plataforma. Compruébela o inicie antes sesión en la wifi.</translation>
    </message>
    <message>
        <source>What answers is not a CoachDesk platform. Check its address.</source>
        <translation>Lo que responde no es una plataforma CoachDesk. Compruebe su dirección.</translation>
    </message>
    <message>
        <source>What answers is not the platform. If this is a guest Wi-Fi, sign in to it first.</source>
        <translation>Lo que responde no es la plataforma. Si es una wifi de invitados, inicie antes sesión en ella.</translation>
    </message>
    <message>
        <source>What arrived is not {0}: it was damaged on the way, and removed. Try again.</source>
        <translation>Lo que llegó no es {0}: se dañó por el camino y se quitó. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>What was said of a newer version does not come from the makers of CoachDesk. It was ignored.</source>
        <translation>Lo que se dijo de una versión nueva no procede de los creadores de CoachDesk. Se ignoró.</translation>
    </message>
    <message>
        <source>What you wrote on this laptop before you signed in is still locked there. Sign out, unlock it, and sign in again to take it along.</source>
        <translation>Lo que escribió en este portátil antes de iniciar sesión sigue bloqueado allí. Cierre sesión, desbloquéelo e inicie sesión de nuevo para llevárselo.</translation>
    </message>
    <message>
        <source>You asked more at once than the platform answers. Wait a minute, then retry.</source>
        <translation>Preguntó más a la vez de lo que la plataforma responde. Espere un minuto y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>You changed the same lines of the summary meanwhile. Reject the proposal and ask again, or take its other changes.</source>
        <translation>Entretanto cambió las mismas líneas del resumen. Rechace la propuesta y pregunte de nuevo, o tome sus otros cambios.</translation>
    </message>
    <message>
        <source>Your message in the chat</source>
        <translation>Su mensaje en el chat</translation>
    </message>
    <message>
        <source>Your organisation does not let the platform&apos;s model see clients&apos; texts. Ask this laptop instead.</source>
        <translation>Su organización no permite que el modelo de la plataforma vea los textos de los clientes. Pregunte a este portátil.</translation>
    </message>
    <message>
        <source>client</source>
        <translation>cliente</translation>
    </message>
    <message>
        <source>date</source>
        <translation>fecha</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>it brought in {0}</source>
        <translation>introdujo {0}</translation>
    </message>
    <message>
        <source>it grew to more than twice its length</source>
        <translation>creció a más del doble de su longitud</translation>
    </message>
    <message>
        <source>it lost {0}</source>
        <translation>se perdió {0}</translation>
    </message>
    <message>
        <source>it would have brought in {0}</source>
        <translation>habría introducido {0}</translation>
    </message>
    <message>
        <source>length</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>participantes</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>status</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>etiquetas</translation>
    </message>
    <message>
        <source>the new text was empty</source>
        <translation>el texto nuevo estaba vacío</translation>
    </message>
    <message>
        <source>this section was to be left alone</source>
        <translation>esta sección debía quedarse como estaba</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>{0} edits refused · needs you</source>
        <translation>{0} cambios rechazados · por resolver</translation>
    </message>
    <message>
        <source>{0} edits waiting</source>
        <translation>{0} cambios en espera</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>No se puede leer «{0}»: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a folder. Name a file in it.</source>
        <translation>«{0}» es una carpeta. Indique un archivo en ella.</translation>
    </message>
    <message>
        <source>“{0}” takes too long to read: save its text as a txt file and choose that.</source>
        <translation>«{0}» tarda demasiado en leerse: guarde su texto como archivo txt y elíjalo.</translation>
    </message>
    <message>
        <source>“{0}” unpacks to more than {1} MB: save its text as a txt file and choose that.</source>
        <translation>«{0}» ocupa descomprimido más de {1} MB: guarde su texto como archivo txt y elíjalo.</translation>
    </message>
    <message>
        <source>Your organisation does not let this model see clients&apos; texts. Choose another AI policy.</source>
        <translation>Su organización no permite que este modelo vea textos de clientes. Elija otra norma de IA.</translation>
    </message>
    <message>
        <source> and takes {0} GB of memory</source>
        <translation> y ocupa {0} GB de memoria</translation>
    </message>
    <message>
        <source>1 edit refused · needs you</source>
        <translation>1 cambio rechazado · por resolver</translation>
    </message>
    <message>
        <source>1 edit waiting</source>
        <translation>1 cambio en espera</translation>
    </message>
    <message>
        <source>Client deleted with all sessions</source>
        <translation>Cliente eliminado con todas sus sesiones</translation>
    </message>
    <message>
        <source>Session deleted</source>
        <translation>Sesión eliminada</translation>
    </message>
    <message>
        <source>Summary edited by the model on this laptop</source>
        <translation>Resumen editado por el modelo de este portátil</translation>
    </message>
    <message>
        <source>Summary edited by you</source>
        <translation>Resumen editado por usted</translation>
    </message>
    <message>
        <source>Your organisation&apos;s settings in {0} cannot be read. Ask whoever wrote them. The reason: {1}.</source>
        <translation>No se pueden leer los ajustes de su organización en {0}. Pregunte a quien los escribió. El motivo: {1}.</translation>
    </message>
    <message>
        <source>a txt, vtt, srt, docx, json or pdf file</source>
        <translation>un archivo txt, vtt, srt, docx, json o pdf</translation>
    </message>
    <message>
        <source>enter the recovery key to open your data again</source>
        <translation>escriba la clave de recuperación para volver a abrir sus datos</translation>
    </message>
    <message>
        <source>{0} GB are free on the disk.</source>
        <translation>Hay {0} GB libres en el disco.</translation>
    </message>
    <message>
        <source>{0} To choose it all the same, add --anyway.</source>
        <translation>{0} Para elegirlo de todos modos, añada --anyway.</translation>
    </message>
    <message>
        <source>{0} characters of the file could not be read.</source>
        <translation>No se pudieron leer {0} caracteres del archivo.</translation>
    </message>
    <message>
        <source>{0} comes with CoachDesk and is not downloaded.</source>
        <translation>{0} viene con CoachDesk y no se descarga.</translation>
    </message>
    <message>
        <source>{0} could not be copied ({1}). Make room, or try again.</source>
        <translation>No se pudo copiar {0} ({1}). Haga sitio o inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} edits have not reached the platform; they are safe on this laptop.</source>
        <translation>Aún no están en la plataforma: {0} cambio(s); a salvo en este portátil.</translation>
    </message>
    <message>
        <source>{0} edits were refused by the platform and wait for your decision.</source>
        <translation>Rechazado por la plataforma: {0} cambio(s), a la espera de su decisión.</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete. Get the file again, or choose another model.</source>
        <translation>{0} está dañado o incompleto. Obtenga el archivo de nuevo o elija otro modelo.</translation>
    </message>
    <message>
        <source>{0} is damaged, or of a version that CoachDesk cannot read. Get the file again.</source>
        <translation>{0} está dañado o es de una versión que CoachDesk no puede leer. Obtenga el archivo de nuevo.</translation>
    </message>
    <message>
        <source>{0} is no model file (GGUF). Choose another file.</source>
        <translation>{0} no es un archivo de modelo (GGUF). Elija otro archivo.</translation>
    </message>
    <message>
        <source>{0} is no name for a model file. Rename the file first.</source>
        <translation>{0} no es un nombre para un archivo de modelo. Cambie antes el nombre del archivo.</translation>
    </message>
    <message>
        <source>{0} is not a chat model that CoachDesk can talk to. Choose another model.</source>
        <translation>{0} no es un modelo de conversación con el que CoachDesk pueda hablar. Elija otro modelo.</translation>
    </message>
    <message>
        <source>{0} needs {1} GB more room on this disk. Make room and try again.</source>
        <translation>{0} necesita {1} GB más en este disco. Haga sitio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} of {1} transcripts of the last {2} days are on this laptop.</source>
        <translation>{0} de {1} transcripciones de los últimos {2} días están en este portátil.</translation>
    </message>
    <message>
        <source>{0} takes about {1} GB of memory, and {2} GB are free. Close other programs, choose a smaller model, or add --anyway.</source>
        <translation>{0} ocupa unos {1} GB de memoria y hay {2} GB libres. Cierre otros programas, elija un modelo más pequeño o añada --anyway.</translation>
    </message>
    <message>
        <source>{0} writes {1} tokens a second on this laptop{2}.</source>
        <translation>{0} escribe {1} tokens por segundo en este portátil{2}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: check that it is still there and that you may read it.</source>
        <translation>«{0}» no se puede abrir: compruebe que sigue ahí y que puede leerlo.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read in this form: save it as docx or txt, and choose that.</source>
        <translation>«{0}» no se puede leer en esta forma: guárdelo como docx o txt y elija ese.</translation>
    </message>
    <message>
        <source>“{0}” could not be read as a PDF: save its text as a txt file and choose that.</source>
        <translation>«{0}» no se pudo leer como PDF: guarde su texto como archivo txt y elíjalo.</translation>
    </message>
    <message>
        <source>“{0}” could not be written: choose another folder, or make room.</source>
        <translation>«{0}» no se pudo escribir: elija otra carpeta o haga sitio.</translation>
    </message>
    <message>
        <source>“{0}” could not be written: choose another name or folder, and export again.</source>
        <translation>«{0}» no se pudo escribir: elija otro nombre o carpeta y exporte de nuevo.</translation>
    </message>
    <message>
        <source>“{0}” has more than {1} lines: split it, or choose the transcript of one session.</source>
        <translation>«{0}» tiene más de {1} líneas: divídalo o elija la transcripción de una sesión.</translation>
    </message>
    <message>
        <source>“{0}” has more than {1} pages: split it, or choose the transcript alone.</source>
        <translation>«{0}» tiene más de {1} páginas: divídalo o elija solo la transcripción.</translation>
    </message>
    <message>
        <source>“{0}” holds no list of what was said: each entry needs a speaker and a text.</source>
        <translation>«{0}» no contiene una lista de lo dicho: cada entrada necesita un hablante y un texto.</translation>
    </message>
    <message>
        <source>“{0}” holds no words: choose {1} with what was said.</source>
        <translation>«{0}» no contiene palabras: elija {1} con lo que se dijo.</translation>
    </message>
    <message>
        <source>“{0}” holds only pictures of pages: export the transcript itself as text, and choose that.</source>
        <translation>«{0}» solo contiene imágenes de páginas: exporte la transcripción como texto y elíjala.</translation>
    </message>
    <message>
        <source>“{0}” holds too much text: save the transcript as a txt file and choose that.</source>
        <translation>«{0}» contiene demasiado texto: guarde la transcripción como archivo txt y elíjalo.</translation>
    </message>
    <message>
        <source>“{0}” is a folder: choose a file name to export to.</source>
        <translation>«{0}» es una carpeta: elija un nombre de archivo para exportar.</translation>
    </message>
    <message>
        <source>“{0}” is a picture, not a transcript: choose {1}.</source>
        <translation>«{0}» es una imagen, no una transcripción: elija {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a program or its data, not a transcript: choose {1}.</source>
        <translation>«{0}» es un programa o sus datos, no una transcripción: elija {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a recording, not its transcript: have it transcribed first, then choose {1}.</source>
        <translation>«{0}» es una grabación, no su transcripción: haga que la transcriban y elija después {1}.</translation>
    </message>
    <message>
        <source>“{0}” is an archive, not a transcript: unpack it and choose the transcript inside.</source>
        <translation>«{0}» es un archivo comprimido, no una transcripción: descomprímalo y elija la transcripción que contiene.</translation>
    </message>
    <message>
        <source>“{0}” is damaged and cannot be opened: save it again as PDF, or choose another file.</source>
        <translation>«{0}» está dañado y no se puede abrir: guárdelo de nuevo como PDF o elija otro archivo.</translation>
    </message>
    <message>
        <source>“{0}” is damaged and cannot be opened: save it again in Word, or choose another file.</source>
        <translation>«{0}» está dañado y no se puede abrir: guárdelo de nuevo en Word o elija otro archivo.</translation>
    </message>
    <message>
        <source>“{0}” is damaged. Use another backup.</source>
        <translation>«{0}» está dañado. Use otra copia de seguridad.</translation>
    </message>
    <message>
        <source>“{0}” is empty: choose {1} with what was said.</source>
        <translation>«{0}» está vacío: elija {1} con lo que se dijo.</translation>
    </message>
    <message>
        <source>“{0}” is larger than {1} MB: choose the transcript alone, as txt or docx.</source>
        <translation>«{0}» supera los {1} MB: elija solo la transcripción, como txt o docx.</translation>
    </message>
    <message>
        <source>“{0}” is locked with a password: save it without one, or choose another file.</source>
        <translation>«{0}» está bloqueado con contraseña: guárdelo sin ella o elija otro archivo.</translation>
    </message>
    <message>
        <source>“{0}” is no backup of CoachDesk. Choose a file made with `coachdesk backup`.</source>
        <translation>«{0}» no es una copia de seguridad de CoachDesk. Elija un archivo hecho con `coachdesk backup`.</translation>
    </message>
    <message>
        <source>“{0}” is not a file: choose {1}.</source>
        <translation>«{0}» no es un archivo: elija {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not a kind of file that holds a transcript: choose {1}.</source>
        <translation>«{0}» no es un tipo de archivo que contenga una transcripción: elija {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not an address. Give one like https://platform.example.</source>
        <translation>«{0}» no es una dirección. Indique una como https://platform.example.</translation>
    </message>
    <message>
        <source>“{0}” is not text: choose a txt, vtt, srt, docx, json or pdf file.</source>
        <translation>«{0}» no es texto: elija un archivo txt, vtt, srt, docx, json o pdf.</translation>
    </message>
    <message>
        <source>“{0}” is not whole JSON: export it again, or choose another file.</source>
        <translation>«{0}» no es JSON completo: expórtelo de nuevo o elija otro archivo.</translation>
    </message>
    <message>
        <source>“{0}” is the source of a program or a web page, not a transcript: choose {1}.</source>
        <translation>«{0}» es el código de un programa o de una página web, no una transcripción: elija {1}.</translation>
    </message>
    <message>
        <source>“{0}” may not be written there: choose another folder, and export again.</source>
        <translation>«{0}» no se puede escribir allí: elija otra carpeta y exporte de nuevo.</translation>
    </message>
</context>
<context>
    <name>SessionActions</name>
    <message>
        <source>Nothing in the transcript was found for the statement under the cursor.</source>
        <translation>No se encontró nada en la transcripción para la frase bajo el cursor.</translation>
    </message>
    <message>
        <source>Go to the transcript and choose a line first.</source>
        <translation>Vaya primero a la transcripción y elija una línea.</translation>
    </message>
    <message>
        <source>The line was corrected.</source>
        <translation>La línea se ha corregido.</translation>
    </message>
    <message>
        <source>The earlier text is the summary again.</source>
        <translation>El texto anterior vuelve a ser el resumen.</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>New session</source>
        <translation>Nueva sesión</translation>
    </message>
    <message>
        <source>Session details</source>
        <translation>Detalles de la sesión</translation>
    </message>
    <message>
        <source>Add session</source>
        <translation>Añadir sesión</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Choose, or type a new name</source>
        <translation>Elija o escriba un nombre nuevo</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutos</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>separadas por comas</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>{name} is kept on this laptop with all sessions.</source>
        <translation>{name} se mantiene en este portátil con todas sus sesiones.</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>esta sesión</translation>
    </message>
    <message>
        <source>Please choose a client, or enter a title.</source>
        <translation>Elija un cliente o escriba un título.</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>More about this session</source>
        <translation>Más sobre esta sesión</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Sin cliente</translation>
    </message>
    <message>
        <source>Untitled session</source>
        <translation>Sesión sin título</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Changed since it was approved</source>
        <translation>Cambiado desde que se aprobó</translation>
    </message>
    <message>
        <source>Transcript changed since</source>
        <translation>Transcripción cambiada después</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Aún sin sincronizar</translation>
    </message>
    <message>
        <source>No AI</source>
        <translation>Sin IA</translation>
    </message>
    <message>
        <source>AI on this laptop only</source>
        <translation>IA solo en este portátil</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Pages of the session</source>
        <translation>Páginas de la sesión</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>SessionsDelegate</name>
    <message>
        <source>No client</source>
        <translation>Sin cliente</translation>
    </message>
    <message>
        <source>Untitled session</source>
        <translation>Sesión sin título</translation>
    </message>
    <message>
        <source>No summary yet</source>
        <translation>Aún sin resumen</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Propuesta</translation>
    </message>
</context>
<context>
    <name>SessionsModel</name>
    <message>
        <source>not synced yet</source>
        <translation>aún sin sincronizar</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>por resolver</translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New session</source>
        <translation>Nueva sesión</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Aún no hay sesiones</translation>
    </message>
    <message>
        <source>They will be listed here, newest first.</source>
        <translation>Aparecerán aquí, las más recientes primero.</translation>
    </message>
    <message>
        <source>Show all sessions</source>
        <translation>Mostrar todas las sesiones</translation>
    </message>
    <message>
        <source>Only: {filters}</source>
        <translation>Solo: {filters}</translation>
    </message>
    <message>
        <source>No client</source>
        <translation>Sin cliente</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation>No se encontró nada para «{words}»</translation>
    </message>
    <message>
        <source>No such session</source>
        <translation>Ninguna sesión así</translation>
    </message>
    <message>
        <source>Try fewer words, or other filters.</source>
        <translation>Pruebe con menos palabras o con otros filtros.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>What you wrote on this laptop goes along, and is sent unless it is kept on this laptop.</source>
        <translation>Lo que escribió en este portátil se incluye, y se envía salvo que deba mantenerse en este portátil.</translation>
    </message>
    <message>
        <source>Please enter the platform’s address, your name and your password.</source>
        <translation>Escriba la dirección de la plataforma, su nombre y su contraseña.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobada</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminada</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Show the outbox</source>
        <translation>Mostrar la bandeja de salida</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Show or hide the chat</source>
        <translation>Mostrar u ocultar el chat</translation>
    </message>
    <message>
        <source>Sync: {state}</source>
        <translation>Sincronización: {state}</translation>
    </message>
</context>
<context>
    <name>SummaryEditor</name>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Write the summary here, or let the transcript be summarised.</source>
        <translation>Escriba aquí el resumen, o haga resumir la transcripción.</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Changes or text</source>
        <translation>Cambios o texto</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Encabezado</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Negrita</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Cursiva</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>Deshacer escritura</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>Rehacer escritura</translation>
    </message>
    <message>
        <source>Restored what you typed</source>
        <translation>Se restauró lo que escribió</translation>
    </message>
    <message>
        <source>Editing …</source>
        <translation>Editando …</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>Buscar en la transcripción</translation>
    </message>
    <message>
        <source>Double-click a line to correct it</source>
        <translation>Doble clic en una línea para corregirla</translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation>Aún sin transcripción</translation>
    </message>
    <message>
        <source>Import a text, VTT, SRT, Word or PDF file, or drop it on this window.</source>
        <translation>Importe un archivo de texto, VTT, SRT, Word o PDF, o suéltelo en esta ventana.</translation>
    </message>
    <message>
        <source>Import a transcript …</source>
        <translation>Importar una transcripción …</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Unknown speaker</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} de {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
</context>
<context>
    <name>TravelWindow</name>
    <message>
        <source>Ready to travel</source>
        <translation>Listo para viajar</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Trying the model and fetching transcripts …</source>
        <translation>Probando el modelo y obteniendo transcripciones …</translation>
    </message>
    <message>
        <source>The check could not be finished.</source>
        <translation>No se pudo terminar la comprobación.</translation>
    </message>
    <message>
        <source>All is ready for working offline.</source>
        <translation>Todo está listo para trabajar sin conexión.</translation>
    </message>
    <message>
        <source>One thing to do before you leave</source>
        <translation>Una cosa por hacer antes de salir</translation>
    </message>
    <message numerus="yes">
        <source>%n things to do before you leave</source>
        <translation>
            <numerusform>%n cosa por hacer antes de salir</numerusform>
            <numerusform>%n cosas por hacer antes de salir</numerusform>
        </translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En orden</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Por hacer</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Abrir la bandeja de salida</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show CoachDesk</source>
        <translation>Mostrar CoachDesk</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Open a session first.</source>
        <translation>Abra primero una sesión.</translation>
    </message>
    <message>
        <source>CoachDesk did not end properly the last time. What you wrote is here. Was it a crash?</source>
        <translation>CoachDesk no se cerró bien la última vez. Lo que escribió está aquí. ¿Fue un fallo?</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
</context>
</TS>
