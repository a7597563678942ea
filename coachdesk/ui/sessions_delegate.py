"""This file paints one session of the list: who, when, what about, status, first words, and whether it waits.

Places are computed from left to right; `_seen` turns each over where the window is read from right to left. A text
keeps the direction of its own letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coachdesk.desk.listed import SessionRow
from coachdesk.ui.avatar import avatar
from coachdesk.ui.icons import Icons
from coachdesk.ui.sessions_model import ROW
from coachdesk.ui.wording import day_in_words, reads_from_the_right, status_in_words

if TYPE_CHECKING:
    from coachdesk.ui.photos import Photos

_MARGIN, _PADDING, _DISC, _GAP = 6, 10, 36, 12


class SessionsDelegate(QStyledItemDelegate):
    """Three lines beside the client's disc; a row that is not fetched yet shows bars of the same places."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.photos: Photos | None = None
        """Where clients' photos come from; without it their initials are shown."""
        self._words: tuple[str, ...] = ()
        self._direction, self._bounds = Qt.LayoutDirection.LeftToRight, QRect()

    def mark(self, words: tuple[str, ...]) -> None:
        """Mark `words` (casefolded) where they appear."""
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        line = option.fontMetrics.height()
        return QSize(200, max(_DISC, 3 * line + 8) + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lay_out(painter, option.direction, option.rect)
        card = option.rect.adjusted(_MARGIN, 1, -_MARGIN, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, card, selected=selected)
        inner = card.adjusted(_PADDING, _PADDING - 1, -_PADDING, 1 - _PADDING)
        row = index.data(ROW)
        if isinstance(row, SessionRow):
            self._paint_row(painter, option, inner, row, selected=selected)
        else:
            self._paint_placeholder(painter, option, inner)
        painter.restore()

    def paint_heading(
        self, painter: QPainter, place: QRect, words: str, count: int | None, direction: Qt.LayoutDirection
    ) -> None:
        """Paint the heading of `count` rows, or of so many that nobody has counted yet, into `place`."""
        inner = place.adjusted(_MARGIN + _PADDING, 0, -_MARGIN - _PADDING, 0)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.save()
        self._lay_out(painter, direction, place)
        width = self._text(
            painter, inner, "" if count is None else QLocale().toString(count), font, "muted", right=True
        )
        self._text(painter, inner.adjusted(0, 0, -width - 8, 0), words, font, "muted")
        painter.restore()

    def _lay_out(self, painter: QPainter, direction: Qt.LayoutDirection, bounds: QRect) -> None:
        self._direction, self._bounds = direction, bounds
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    def _seen(self, place: QRect) -> QRect:
        """Return where `place` is seen in the direction in which the window is read."""
        return QStyle.visualRect(self._direction, self._bounds, place)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, *, selected: bool) -> None:
        theme = self._icons.theme
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(card, 10, 10)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 9, 9)

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        row: SessionRow,
        *,
        selected: bool,
    ) -> None:
        theme = self._icons.theme
        name = row.client or self.tr("No client")
        scale = painter.device().devicePixelRatioF()
        disc = self.photos.disc(row.photo, _DISC, scale) if self.photos is not None else None
        disc = disc or avatar(name, _DISC, scale, option.font.family(), dark=theme.colours.dark)
        painter.drawPixmap(self._seen(QRect(inner.left(), inner.top() + 2, _DISC, _DISC)).topLeft(), disc)
        line = option.fontMetrics.height()
        left = inner.left() + _DISC + _GAP
        text, muted = ("on_selection", "muted") if selected else ("text", "muted")
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.92)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)

        top = QRect(left, inner.top(), inner.right() - left, line)
        date_width = self._text(painter, top, day_in_words(row.date, with_year=False), small, muted, right=True)
        if (row.pending or row.kept) and not row.parked:
            date_width += self._paint_mark(painter, top, date_width, "laptop" if row.kept else "pending")
        self._text(painter, top.adjusted(0, 0, -date_width - 8, 0), name, bold, text)

        middle = top.translated(0, line + 4)
        marks_width = self._paint_marks(painter, middle, row, small)
        title = row.title or row.type or self.tr("Untitled session")
        self._text(painter, middle.adjusted(0, 0, -marks_width, 0), title, option.font, text)

        preview = row.preview or self.tr("No summary yet")
        preview = f"{row.type[:24]} · {preview}" if row.type and row.title else preview
        self._text(painter, middle.translated(0, line + 4), preview, small, muted)

    def _paint_marks(self, painter: QPainter, line: QRect, row: SessionRow, font: QFont) -> int:
        """Paint a badge at the right end of `line`; returns the width that it takes."""
        width = 0
        if row.parked:
            width += self._badge(painter, line, self.tr("Needs you"), "removed", font)
        elif row.branched:
            width += self._badge(painter, line, self.tr("Compare"), "warning", font)
        elif row.proposed:
            width += self._badge(painter, line, self.tr("Suggestion"), "warning", font)
        elif row.status not in {"", "open"}:
            kind = "success" if row.status == "approved" else "neutral"
            width += self._badge(painter, line, status_in_words(row.status), kind, font)
        return width

    def _paint_mark(self, painter: QPainter, line: QRect, taken: int, icon: str) -> int:
        """Paint the mark of what is not on the platform yet, left of the date; returns the width that it takes."""
        side, scale = 14, painter.device().devicePixelRatioF()
        place = QRect(line.right() - taken - side - 5, line.center().y() - side // 2 + 1, side, side)
        painter.drawPixmap(self._seen(place).topLeft(), self._icons.pixmap(icon, "accent_text", side=side, scale=scale))
        return side + 7

    def _badge(self, painter: QPainter, line: QRect, text: str, kind: str, font: QFont) -> int:
        theme, metrics = self._icons.theme, QFontMetrics(font)
        width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 2
        box = self._seen(QRect(line.right() - width, line.center().y() - height // 2 + 1, width, height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(kind))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(theme.colour(f"on_{kind}"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return width + 8

    def _text(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        font: QFont,
        colour: str,
        *,
        right: bool = False,
    ) -> int:
        """Paint `text` on one line, elided; returns its width in pixels."""
        metrics = QFontMetrics(font)
        flat = " ".join(text[:300].split())
        shown = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, place.width())
        mirrored = self._direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right != mirrored else Qt.AlignmentFlag.AlignLeft
        place = self._seen(place)
        if not right:
            self._mark_words(painter, place, shown, metrics)
        painter.setFont(font)
        painter.setPen(self._icons.theme.colour(colour))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, flags, shown)
        return metrics.horizontalAdvance(shown)

    def _mark_words(self, painter: QPainter, place: QRect, shown: str, metrics: QFontMetrics) -> None:
        folded = shown.casefold()
        painter.setPen(QPen(self._icons.theme.colour("on_warning"), 1))
        painter.setBrush(self._icons.theme.colour("warning"))
        total, mirrored = metrics.horizontalAdvance(shown), self._direction is Qt.LayoutDirection.RightToLeft
        base = place.right() + 1 - total if mirrored else place.left()
        for word in self._words:
            start = folded.find(word)
            if start >= 0:
                before = metrics.horizontalAdvance(shown[:start])
                width = metrics.horizontalAdvance(shown[start : start + len(word)])
                left = base + (total - before - width if reads_from_the_right(shown) else before)
                box = QRectF(left - 1, place.center().y() - metrics.height() / 2, width + 2, metrics.height())
                painter.drawRoundedRect(box, 3, 3)

    def _paint_placeholder(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._icons.theme.colour("neutral"))
        painter.drawEllipse(self._seen(QRect(inner.left(), inner.top() + 2, _DISC, _DISC)))
        line, left = option.fontMetrics.height(), inner.left() + _DISC + _GAP
        for number, share in enumerate((0.45, 0.7, 0.6)):
            width = round((inner.right() - left) * share)
            bar = QRect(left, inner.top() + number * (line + 4) + 4, width, line - 8)
            painter.drawRoundedRect(self._seen(bar), 4, 4)
