"""Why something could not be done, in words for a person."""

DIED = "the process that read it died (killed, or out of memory)"


def in_words(error: OSError, else_: str = "") -> str:
    """What the system says of ``error``, in small letters; ``else_`` where it says nothing, else what kind it is of.

    >>> in_words(FileNotFoundError(2, "No such file or directory")), in_words(TimeoutError())
    ('no such file or directory', 'timeouterror')
    """
    return (error.strerror or else_ or type(error).__name__).lower()


def one_line(said: object) -> str:
    r"""What it says on one line, of 200 letters at most; what kind it is of where it says nothing.

    >>> one_line(ValueError("no\n  page")), one_line(EOFError())
    ('no page', 'EOFError')
    """
    return " ".join(str(said).split())[:200] or type(said).__name__


def fault(error: Exception) -> str:
    """What is told of an input that breaks onrecord itself."""
    return f"onrecord failed on it, which is a fault in onrecord ({type(error).__name__}: {error})"
