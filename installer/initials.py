"""Makes `resources/codes/initials.txt`: the first letter of every Chinese character's reading, out of pypinyin (needed here only).

python installer/initials.py

The program reads the small table and never pypinyin, which costs 258 ms and 55 MB. Family names that are read in another way than the
character alone (单 仇 查 ...) and double family names stand in a list of their own below: pypinyin's own reading of them is not reliable.
"""

from pathlib import Path

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PINYIN_DICT

TARGET = Path(__file__).resolve().parent.parent / "resources" / "codes" / "initials.txt"
SURNAMES = """
单s 仇q 查z 曾z 任r 朴p 解x 区o 盖g 尉w 乐y 翟z 黑h 缪m 冼x 洗x 折s 种c 繁p 秘b 覃q 谌c 宓m 员y 贠y 逄p 郗x 句g 召s 那n
纪j 葛g 车c 盛s 都d 牟m 佴n 褚c 薄b 能n 柏b 臧z 逯l 隗w 应y 占z 祭z 过g 干g 撒s 相x 行x 郇x 燕y 訾z 仉z 乜n 厍s 蔚y 瞿q
么y 亓q 沈s 於y 贲b 费f 阿a 六l 晁c 谷g 石s 叶y 万w 宁n 长c 重c 朝c 佟t 莘s 阚k 幺y 卜b 俞y 郜g 哈h 苫s 敖a 卓z 斛h 祝z
弹d 冯f 伊y 盍h 鲍b
"""
DOUBLE_SURNAMES = """
尉迟yc 长孙zs 万俟mq 澹台tt 单于cy 欧阳oy 诸葛zg 司马sm 上官sg 司徒st 夏侯xh 东方df 公孙gs 慕容mr 端木dm 百里bl 独孤dg 拓跋tb 濮阳py
皇甫hf 令狐lh 宇文yw 呼延hy 钟离zl 太史ts 申屠st 轩辕xy 赫连hl 公羊gy 仲孙zs 闻人wr 鲜于xy 闾丘lq 亓官qg 司寇sk 子车zj 宰父zf 南宫ng
东郭dg 西门xm 公冶gy 宗政zz 淳于cy 太叔ts 乌兰wl 完颜wy 纳兰nl 耶律yl 爱新觉罗axjl
"""
WORDS = """
银行yh 支行zh 分行fh 总行zh 商行sh 车行ch 粮行lh 重庆cq 厦门xm 大厦ds 长春cc 长沙cs 长城cc 长江cj 长安ca 长青cq 长兴cx 长丰cf
长虹ch 长治cz 会计kj 音乐yy 乐器yq 朝阳cy 朝鲜cx 朝克ck 朝鲁cl 番禺py 六安la 蚌埠bb 大夫df 都市ds 成都cd 首都sd 广厦gs 供给gj
降解jj 调解tj 调委tw 校对jd 曾孙zs 单位dw 单价dj 单独dd 单面dm 单双ds 单选dx 折价zj 查找cz 查看ck 种类zl 繁案fa 繁简fj 解除jc
重作cz 重打cd 重新cx 长期cq 长文cw
"""
HEAD = """# 汉字拼音首字母，用于按首字母查找（zs＝张三）。由 installer/initials.py 生成，不要手改；姓氏读音在该脚本中增改。
# 来源：pypinyin 0.55（MIT 许可）的单字首选读音；姓氏和复姓的读音另列。
# 每行：字母、该字母的字；“*”之后：姓氏和首字母；“+”之后：常用词和首字母。
"""


def letter(character: str) -> str:
    """The first letter of the character's usual reading, '' when it has none in a to z."""
    first = lazy_pinyin(character, style=Style.FIRST_LETTER, errors="ignore")
    return first[0] if first and first[0] and "a" <= first[0] <= "z" else ""


def main() -> None:
    """Write the table; characters in the order of their code points, so that a new version of pypinyin shows as a small change."""
    groups: dict[str, list[str]] = {}
    for code in sorted(PINYIN_DICT):
        if 0x3400 <= code <= 0x9FFF or code >= 0x20000:
            groups.setdefault(letter(chr(code)), []).append(chr(code))
    groups.pop("", None)
    words = " ".join(sorted(WORDS.split()))
    lines = [f"{first} {''.join(characters)}" for first, characters in sorted(groups.items())]
    names = " ".join(sorted((SURNAMES + DOUBLE_SURNAMES).split()))
    TARGET.write_text(HEAD + "\n".join(lines) + "\n* " + names + "\n+ " + words + "\n", encoding="utf-8")
    print(f"{sum(map(len, groups.values()))} characters, {len(names.split())} family names, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
