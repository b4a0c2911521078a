"""Draws the QR symbol of a page.

After ISO/IEC 18004: bytes in UTF-8, error level M, one mask. A general library tries every mode and mask and takes five times as long
as setting the page; what it makes of the same words is compared in the tests.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

DARK = re.compile(rb"\x01+")
LEVEL_M, MASK = 0, 3  # every mask is valid; trying all eight helps only poor cameras
# For level M by version: correction bytes a block, blocks, data bytes of a block; later blocks hold one byte more where it does not divide
BLOCKS = (
    (10, 1, 16), (16, 1, 28), (26, 1, 44), (18, 2, 64), (24, 2, 86), (16, 4, 108), (18, 4, 124), (22, 4, 154), (22, 5, 182), (26, 5, 216),
    (30, 5, 254), (22, 8, 290), (22, 9, 334), (24, 9, 365), (24, 10, 415),
)  # fmt: skip
ALIGN: tuple[tuple[int, ...], ...] = (
    (), (6, 18), (6, 22), (6, 26), (6, 30), (6, 34), (6, 22, 38), (6, 24, 42), (6, 26, 46), (6, 28, 50), (6, 30, 54), (6, 32, 58),
    (6, 34, 62), (6, 26, 46, 66), (6, 26, 48, 70),
)  # fmt: skip


def rows(text: str) -> tuple[bytes, ...]:
    """The modules of the symbol, one byte each, 1 is dark; without the quiet zone."""
    data = text.encode("utf-8", "replace")
    version = next((n for n, (_ecc, _count, room) in enumerate(BLOCKS, 1) if len(data) + (2 if n < 10 else 3) <= room), 0)
    if not version:
        raise ValueError(f"{len(data)} bytes are too many for the symbol of a page")
    frame, order, masked = _frame(version)
    size = 4 * version + 17
    grid = bytearray(frame)
    words = _codewords(version, data)
    said = f"{int.from_bytes(words, 'big'):0{8 * len(words)}b}".encode("ascii").ljust(len(order), b"0")
    for place, bit, flip in zip(order, said, masked, strict=True):
        grid[place] = bit & 1 ^ flip
    return tuple(bytes(grid[n : n + size]) for n in range(0, size * size, size))


def runs(row: bytes) -> Iterator[tuple[int, int]]:
    """The dark runs of a row as (start, length)."""
    for found in DARK.finditer(row):
        yield found.start(), found.end() - found.start()


def _codewords(version: int, data: bytes) -> bytes:
    """Data and correction bytes in the order in which they are drawn."""
    ecc, count, room = BLOCKS[version - 1]
    lead = 12 if version < 10 else 20  # bits before the data: the mode, and how many bytes come
    value = (0b0100 << lead - 4 | len(data)) << 8 * len(data) | int.from_bytes(data, "big")
    used = lead + 8 * len(data)
    spare = 8 * room - used
    value <<= min(4, spare)
    used += min(4, spare)
    value <<= -used % 8
    used += -used % 8
    message = value.to_bytes(used // 8, "big")
    message += (b"\xec\x11" * room)[: room - len(message)]
    short = room // count
    sizes = [short] * (count - room % count) + [short + 1] * (room % count)
    blocks, at = [], 0
    for length in sizes:
        blocks.append(message[at : at + length])
        at += length
    out = bytes(block[n] for n in range(short + 1) for block in blocks if n < len(block))
    corrections = [_correction(block, ecc) for block in blocks]
    return out + bytes(part[n] for n in range(ecc) for part in corrections)


def _correction(block: bytes, count: int) -> bytes:
    """The Reed-Solomon bytes of a block: the rest of a division, done on one large number a step."""
    table = _steps(count)
    top = 8 * (count - 1)
    low = (1 << top) - 1
    rest = 0
    for byte in block:
        rest = (rest & low) << 8 ^ table[rest >> top ^ byte]
    return rest.to_bytes(count, "big")


@cache
def _powers() -> tuple[list[int], list[int]]:
    """Powers of 2 in the field of 256 elements, and their logarithms."""
    powers, logarithms, value = [0] * 512, [0] * 256, 1
    for n in range(255):
        powers[n] = powers[n + 255] = value
        logarithms[value] = n
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return powers, logarithms


@cache
def _steps(count: int) -> list[int]:
    """For every byte, the generator polynomial of `count` bytes times that byte, as one number."""
    powers, logarithms = _powers()
    generator = [1]
    for n in range(count):
        longer = [*generator, 0]
        for k, part in enumerate(generator):
            if part:
                longer[k + 1] ^= powers[logarithms[part] + n]
        generator = longer
    parts = [logarithms[part] for part in generator[1:]]
    return [int.from_bytes(bytes(powers[logarithms[byte] + part] if byte else 0 for part in parts), "big") for byte in range(256)]


@cache
def _frame(version: int) -> tuple[bytes, list[int], bytes]:
    """What is the same in all symbols of a version, the places of the bits in order, and which of these the mask turns."""
    size = 4 * version + 17
    grid = [[0] * size for _ in range(size)]
    free = [[True] * size for _ in range(size)]

    def put(row: int, column: int, dark: int) -> None:
        grid[row][column], free[row][column] = dark, False

    for n in range(size):  # timing
        put(6, n, 1 - n % 2)
        put(n, 6, 1 - n % 2)
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):  # the three large squares with their white
        for row in range(max(top - 1, 0), min(top + 8, size)):
            for column in range(max(left - 1, 0), min(left + 8, size)):
                far = max(abs(row - top - 3), abs(column - left - 3))
                put(row, column, int(far in (0, 1, 3)))
    centres = ALIGN[version - 1]
    for row in centres:
        for column in centres:
            if free[row][column] or 6 in (row, column) and (row, column) not in ((6, 6), (6, centres[-1]), (centres[-1], 6)):
                for y in range(row - 2, row + 3):
                    for x in range(column - 2, column + 3):
                        put(y, x, int(max(abs(y - row), abs(x - column)) != 1))
    _information(version, size, put)
    order, masked, upwards = [], bytearray(), True
    for right in range(size - 1, 0, -2):
        right -= right <= 6  # the column of the timing is passed over
        for n in range(size):
            row = size - 1 - n if upwards else n
            for column in (right, right - 1):
                if free[row][column]:
                    order.append(row * size + column)
                    masked.append((row + column) % 3 == 0)
        upwards = not upwards
    return bytes(bit for line in grid for bit in line), order, bytes(masked)


def _information(version: int, size: int, put: Callable[[int, int, int], None]) -> None:
    """Level and mask, and from version 7 on the version, each with its own correction bits."""
    said = LEVEL_M << 3 | MASK
    rest = said << 10
    for n in range(14, 9, -1):
        rest ^= (0x537 << n - 10) if rest >> n & 1 else 0
    bits = (said << 10 | rest) ^ 0x5412
    for n in range(15):
        bit = bits >> n & 1
        put(n if n < 6 else n + 1 if n < 8 else size - 15 + n, 8, bit)
        put(8, size - 1 - n if n < 8 else 15 - n if n == 8 else 14 - n, bit)
    put(size - 8, 8, 1)
    if version >= 7:
        rest = version << 12
        for n in range(17, 11, -1):
            rest ^= (0x1F25 << n - 12) if rest >> n & 1 else 0
        for n in range(18):
            bit = (version << 12 | rest) >> n & 1
            put(size - 11 + n % 3, n // 3, bit)
            put(n // 3, size - 11 + n % 3, bit)
