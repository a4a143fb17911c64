"""How papers of East Asia credit a picture: the name stands before the work, at the end of a caption."""

import re

from onrecord.scripts import ENDS, HAN, HANGUL

SIGNED_PICTURE = re.compile(
    rf"(?:(?<=[{ENDS}、，＝=)）/\s])|[(（])(?:本[报報]|[记記]者|通[讯訊]员|\s)*"
    rf"(?P<name>(?!代表|記念)[{HAN}\u30a0-\u30ff][{HAN}\u30a0-\u30ff・々 ]{{1,14}}(?<![年月日時时頃前後后末 ])(?=\s?[／/]?(?:摄|攝|撮影|提供|供[图圖]))"
    rf"|[{HANGUL}]{{2,4}}(?=\s?기자))\W?\w{{1,2}}\W?$"
)
"""``name`` is whose it is: "…。何定山攝", "（森谷結衣撮影）", "/나도란 기자"."""
