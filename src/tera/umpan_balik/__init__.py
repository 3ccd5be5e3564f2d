"""Everyone's voice: continuous feedback, 360 rounds, the public (SKM, QR, forum)."""
