"""The key of an office and its slots: a random key, wrapped once by the password and once by a printed recovery sheet.

A slot is a flat table of office.toml: `kind`, `id`, `created`, how the wrapping key is made, the wrapped key (`box`) and a
checksum over all that (`sum`), by which a damaged slot is told from a wrong password. A new kind of slot needs a new way to make
a wrapping key and nothing else.
"""

import hashlib
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from db.trouble import DamagedFile, WrongKey

KEY_BYTES = 32
# An office computer of ten years ago with 4 GB: 64 MiB and below a second (0.15 s on a present one).
PASSWORD_OPS = 3
PASSWORD_MEMORY = 64 * 1024 * 1024
# A slot that asks for more was tampered with: it would stop the computer.
MOST_OPS, MOST_MEMORY = 20, 1024 * 1024 * 1024

# Easily read and said: no I, O, 0, 1.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS, GROUP = 8, 4

Slot = dict[str, Any]


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def key_check(key: bytes) -> str:
    """What office.toml knows of the key, so that a wrong key is told from a damaged file; the key cannot be found from it."""
    return hashlib.blake2b(key, digest_size=16, person=b"heyi key check").hexdigest()


def fits(key: bytes, check: str) -> bool:
    return secrets.compare_digest(key_check(key), check)


def wrap_with_password(key: bytes, password: str, now: datetime) -> Slot:
    """A slot that the password opens. Raises ValueError for an empty password."""
    if not password:
        raise ValueError("a password has at least one character")
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    slot: Slot = {"kind": "password", "kdf": "argon2id", "salt": salt.hex(), "ops": PASSWORD_OPS, "memory": PASSWORD_MEMORY}
    return _sealed(slot, key, _from_password(password, slot), now)


def wrap_with_recovery(key: bytes, recovery: str, now: datetime) -> Slot:
    """A slot that the recovery sheet opens. Raises WrongKey for a sheet with a slip."""
    slot: Slot = {"kind": "recovery", "kdf": "blake2b", "salt": secrets.token_bytes(16).hex()}
    return _sealed(slot, key, _from_recovery(recovery, slot), now)


def unwrap(slots: Iterable[Mapping[str, Any]], *, password: str | None = None, recovery: str | None = None) -> bytes:
    """The key, by the password or by the sheet. Raises WrongKey (for a mistyped sheet with the group), DamagedFile."""
    make: Callable[[str, Mapping[str, Any]], bytes]
    if recovery is not None:
        kind, make, given = "recovery", _from_recovery, recovery
        read_recovery(recovery)
    elif password is not None:
        kind, make, given = "password", _from_password, password
    else:
        raise WrongKey("This office is encrypted: it opens with its password or its recovery sheet.")
    fitting = [slot for slot in slots if slot.get("kind") == kind]
    if not fitting:
        raise WrongKey(f"This office has no {kind} that opens it.")
    damaged = 0
    for slot in fitting:
        if slot.get("sum") != _sum(slot):
            damaged += 1
            continue
        try:
            key = SecretBox(make(given, slot)).decrypt(bytes.fromhex(slot["box"]))
        except CryptoError:
            continue
        except (KeyError, ValueError, TypeError) as error:
            raise DamagedFile("The key slots in office.toml are damaged: restore the file from the backups folder.") from error
        if len(key) == KEY_BYTES:
            return key
    if damaged:
        raise DamagedFile("The key slots in office.toml are damaged: restore the file from the backups folder.")
    if recovery is not None:
        raise WrongKey("This recovery sheet belongs to another office, or was replaced by a newer one.")
    raise WrongKey()


def seal(key: bytes, text: str) -> str:
    """A text that only the key reads: the address of a server with its password."""
    return SecretBox(key).encrypt(text.encode()).hex()


def unseal(key: bytes, box: str) -> str:
    try:
        return SecretBox(key).decrypt(bytes.fromhex(box)).decode()
    except (CryptoError, ValueError) as error:
        raise DamagedFile("The server's address in office.toml is damaged: restore the file from the backups folder.") from error


def _sealed(slot: Slot, key: bytes, wrapping: bytes, now: datetime) -> Slot:
    slot |= {"id": secrets.token_hex(8), "created": now.astimezone(UTC).isoformat(timespec="seconds")}
    slot["box"] = SecretBox(wrapping).encrypt(key).hex()
    slot["sum"] = _sum(slot)
    return slot


def _sum(slot: Mapping[str, Any]) -> str:
    text = "\n".join(f"{name}={slot[name]}" for name in sorted(slot) if name != "sum")
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _from_password(password: str, slot: Mapping[str, Any]) -> bytes:
    ops, memory, salt = int(slot["ops"]), int(slot["memory"]), bytes.fromhex(slot["salt"])
    if not 1 <= ops <= MOST_OPS or not argon2id.MEMLIMIT_MIN <= memory <= MOST_MEMORY or len(salt) != argon2id.SALTBYTES:
        raise ValueError("the slot's numbers are out of bounds")
    # Input methods write the same character in more than one way.
    return argon2id.kdf(KEY_BYTES, unicodedata.normalize("NFC", password).encode(), salt, opslimit=ops, memlimit=memory)


def _from_recovery(recovery: str, slot: Mapping[str, Any]) -> bytes:
    """160 random bits need no slow hash."""
    secret, salt = read_recovery(recovery), bytes.fromhex(slot["salt"])
    return hashlib.blake2b(secret, digest_size=KEY_BYTES, salt=salt, person=b"heyi recovery").digest()


# --- the recovery sheet --------------------------------------------------------------------------------------------------------


def new_recovery() -> str:
    """160 random bits as eight groups of five characters; the fifth checks its group, so that a slip is named where it is."""
    groups = ["".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS)]
    return "-".join(group + _check(n, group) for n, group in enumerate(groups))


def read_recovery(typed: str) -> bytes:
    """The secret out of a typed sheet: small letters, full width, blanks and any dashes are all right.

    Raises WrongKey with `group` (1 to 8) for a group with a slip, without it where characters are missing or too many.
    """
    plain = [c for c in unicodedata.normalize("NFKC", typed).upper() if c.isalnum()]
    groups = ["".join(plain[n : n + GROUP + 1]) for n in range(0, len(plain), GROUP + 1)]
    for n, group in enumerate(groups[:GROUPS]):
        if len(group) == GROUP + 1 and (any(c not in LETTERS for c in group) or _check(n, group[:GROUP]) != group[GROUP]):
            raise WrongKey(f"Group {n + 1} of the recovery sheet has a typing slip.", group=n + 1)
    if len(plain) != GROUPS * (GROUP + 1):
        raise WrongKey(f"The recovery sheet has {GROUPS * (GROUP + 1)} characters in {GROUPS} groups; {len(plain)} were typed.")
    return "".join(group[:GROUP] for group in groups).encode()


def _check(n: int, group: str) -> str:
    """Weights that differ, in the field of 32 elements: any one wrong character, any two swapped ones and a swapped group show."""
    total = n + 1
    weight = 2
    for letter in group:
        total ^= _times(weight, LETTERS.index(letter))
        weight = _times(weight, 2)
    return LETTERS[total]


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 32:
            a ^= 0b100101
        b >>= 1
    return product
