"""Pictures made small enough for a paper: turned as they were taken, without what a camera notes beside the picture."""

import base64
import io

SIDE = 1_100  # pixels of the longer side: 90 mm on paper at 300 to the inch
QUALITY = 72
MOST_PIXELS = 120_000_000  # a picture that claims more is not opened


def jpeg(data: bytes) -> str:
    """The picture as a small JPEG in base64; '' for what is no picture, or claims to be too large."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return ""
            picture.draft("RGB", (SIDE, SIDE))
            turned = ImageOps.exif_transpose(picture)
            plain = Image.new("RGB", turned.size, "white")
            plain.paste(turned.convert("RGBA"), mask=turned.convert("RGBA").getchannel("A"))
            plain.thumbnail((SIDE, SIDE))
            out = io.BytesIO()
            plain.save(out, "JPEG", quality=QUALITY)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""
    return base64.b64encode(out.getvalue()).decode("ascii")
