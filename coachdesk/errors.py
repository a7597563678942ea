"""This file holds the tree of exceptions, each a sentence that a coach can act on.

    CoachDeskError              what happened, what it means for the work, what to do
    ├── EnvironmentFault        the network, the disk, the platform, the model process: nobody's mistake
    │   ├── Offline             no platform can be reached now; edits wait in the outbox
    │   ├── NoPlatform          something answered, but it speaks no Socket.IO
    │   ├── StorageFault        the disk or the replica refused
    │   └── ModelFault          the model's file or process failed
    │       └── MemoryShort     this machine's memory is too short for the model
    ├── UserFault               what was asked cannot be done as asked: a wrong file, id, token or passphrase
    │   ├── NotFound            no such session, client, revision or file
    │   ├── NotSignedIn         the platform refused the token
    │   ├── WrongPassphrase     the passphrase does not open the replica
    │   ├── Locked              a passphrase opens the replica, and nobody has given it
    │   ├── NoKeychain          nothing on this machine can hold a key, and no passphrase was given
    │   ├── KeyLost             the key is not where it was kept; the recovery key opens the replica
    │   ├── Unreadable          a file is not what it was taken for
    │   ├── WrongUse            a command was typed in a form that it does not have
    │   └── Refused             the platform or a client's policy does not allow it
    └── OurFault                a defect of CoachDesk; it is logged with its traceback, never shown with it

`str(error)` is one or two plain sentences. They never contain what a coach or a client said.
"""

from __future__ import annotations


class CoachDeskError(Exception):
    """The base of every error that CoachDesk raises on purpose; `code` names it on the wire and in logs."""

    code = "failed"


class EnvironmentFault(CoachDeskError):
    """The machine, the network or the platform is at fault."""


class Offline(EnvironmentFault):
    """No platform can be reached at the moment."""

    code = "offline"


class NoPlatform(EnvironmentFault):
    """The address answers, but not as a CoachDesk platform or Socket.IO server does."""

    code = "no-platform"


class StorageFault(EnvironmentFault):
    """The disk or the local database refused to read or write."""

    code = "storage"


class ModelFault(EnvironmentFault):
    """The model's file cannot be used, or its process died and could not be replaced."""

    code = "model"


class MemoryShort(ModelFault):
    """The model's file is in order, but this machine's memory is too short for it; a smaller model may do."""

    code = "memory"


class UserFault(CoachDeskError):
    """What was asked for cannot be done as it was asked."""


class NotFound(UserFault):
    """No entity or file has that name or id."""

    code = "not-found"


class NotSignedIn(UserFault):
    """The platform does not accept the token."""

    code = "auth"


class WrongPassphrase(UserFault):
    """The passphrase does not unwrap the key of the replica."""

    code = "passphrase"


class Locked(UserFault):
    """The key of the replica is wrapped with a passphrase that nobody has given."""

    code = "locked"


class NoKeychain(UserFault):
    """This machine has no keychain that holds a key, and there is no passphrase to wrap it with."""

    code = "no-keychain"


class KeyLost(UserFault):
    """The key of the replica is no longer where it was kept; the recovery key opens it again."""

    code = "key-lost"


class Unreadable(UserFault):
    """A file or an answer is not in a form that can be understood."""

    code = "unreadable"


class WrongUse(UserFault):
    """The words of a command do not make one; the sentence shows the right form."""

    code = "usage"


class Refused(UserFault):
    """The platform, a client's AI policy or a rule of the design does not allow it."""

    code = "refused"


class OurFault(CoachDeskError):
    """A defect in CoachDesk itself."""

    code = "internal"
