"""Everyone's own agenda: what one person or one delegation has to do, and nothing of others.

Owns how a published programme and private slots become one agenda, and what its reader last saw.
"""
