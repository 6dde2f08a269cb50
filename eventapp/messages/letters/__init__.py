"""One letter a file: what it says, and which fact it follows."""
