# cython: boundscheck=False, wraparound=False, cdivision=True
"""The likeliest labels of a paragraph in which every further token of a role follows one of that role."""

from onrecord.body.numbers import numbers

_LABELS = 7
_NEVER = -1e8


def path(scores: list[list[float]]) -> list[int]:
    """One label a token, whose scores have the greatest sum of all legal paths; ``scores`` has a row of seven a token.

    Of two that are as good the one with the smaller labels at its end. A loop, for numpy is slower on rows of seven.
    """
    none = 0.0
    s1 = s2 = c1 = c2 = t1 = t2 = _NEVER
    ends = numbers(_LABELS * len(scores))
    at = 0
    for o, bs, fs, bc, fc, bt, ft in scores:
        # After a path's last label all labels but a stranger's further one may follow, so one best end serves them.
        top = max(none, s1, s2, c1, c2, t1, t2)
        s2 = max(s1, s2) + fs
        c2 = max(c1, c2) + fc
        t2 = max(t1, t2) + ft
        none, s1, c1, t1 = top + o, top + bs, top + bc, top + bt
        ends[at], ends[at + 1], ends[at + 2], ends[at + 3] = none, s1, s2, c1
        ends[at + 4], ends[at + 5], ends[at + 6] = c2, t1, t2
        at += _LABELS
    labels: list[int] = []
    label = 0
    while at:
        at -= _LABELS
        if label and label % 2 == 0:
            label -= ends[at + label - 1] > ends[at + label]
        else:
            label = 0
            for n in range(1, _LABELS):
                if ends[at + n] > ends[at + label]:
                    label = n
        labels.append(label)
    labels.reverse()
    return labels
