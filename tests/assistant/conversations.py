"""This file holds conversations that tests summarise, short enough to know every fact in them."""

from __future__ import annotations

from coachdesk.domain.session import Line, Transcript


def transcript(text: str) -> Transcript:
    """Return the transcript of `Speaker: text` lines."""
    lines = (line.split(": ", 1) for line in text.strip().splitlines())
    return Transcript(tuple(Line(speaker, said) for speaker, said in lines))


PROMOTION = transcript("""
Coach: Hi Anna, good to see you. What would you like to get out of today?
Anna: I want to work on my promotion interview. It is on the 12th of May and I'm nervous.
Coach: What makes you nervous?
Anna: I, um, I avoid asking my manager, Tom, for feedback. I realised that I feel confident when I prepare in writing.
Coach: So what will you do?
Anna: I'll ask Tom for feedback by Friday. And I'm going to draft three stories for the interview before May.
Coach: Great. Can you send me the stories by the 30th of April?
Anna: Sure, I will.
Coach: And I will send you the worksheet tomorrow.
Anna: I'll never answer mails after eight p.m. again.
Coach: Good. Shall we meet on Tuesday the 6th of May at 10?
Anna: Tuesday doesn't work. Wednesday at 10?
Coach: Wednesday the 7th of May at 10 then, by video.
Anna: Perfect. See you then.
""")

GERMAN = transcript("""
Coach: Guten Morgen, Herr Weber. Woran möchten Sie heute arbeiten?
Weber: Ich möchte lernen, Aufgaben an mein Team abzugeben, weil ich jeden Abend bis neun Uhr im Büro sitze.
Coach: Was hindert Sie daran?
Weber: Um ehrlich zu sein, er, mein Chef, erwartet von mir, dass ich alle Berichte selbst schreibe.
Weber: Am schwersten fällt mir, das Vertrauen in die jungen Kollegen aufzubringen und Fehler auszuhalten.
Coach: Welche Aufgabe könnten Sie als erste abgeben?
Weber: Den Monatsbericht für die Geschäftsleitung könnte meine Kollegin Frau Klein übernehmen.
Coach: Dann sehen wir uns am Dienstag, dem 14. Mai, um 10 Uhr wieder.
Weber: Vielen Dank, bis dann.
""")
