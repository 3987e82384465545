"""The lines of a saved page that are not its story, by what they look like. Data, and a function that reads it.

To teach it a page, add a pattern to the list that says what the line does, with a note of where it comes from. A
pattern has to fit the whole line; capitals do not matter unless it says so.
"""

import re

# Longer lines are paragraphs, whatever they begin with.
LONGEST = 300

SHARE = (
    r"share|bagikan|facebook|fb|twitter|x|pinterest|whats ?app|wa|telegram|line|linked ?in|threads|instagram|tiktok|"
    r"e-?mail|copy link|link|salin (?:link|tautan)|print|cetak|tweet|linkedin|reddit|tumblr|komentar|comments?|simpan"
)

# The line goes.
NOISE = [
    # Counts of replies, shares and readers: WordPress pages have one right under the headline.
    r"[0-9][0-9.,]*\s?(?:[km]|rb|ribu|jt|juta)?",
    r"[0-9][0-9.,]*\s?(?:[km]|rb|ribu)?\s+"
    r"(?:shares?|views?|comments?|komentar|kali (?:dibaca|dilihat)|min(?:ute)?s? read)",
    r"(?:dibaca|dilihat|views?|shares?)\s*:?\s*[0-9][0-9.,]*\s?(?:k|rb|kali|x)?",
    # Rules of stars or dashes, bullets that lost their text.
    r"[\W_]+",
    # Rows of share buttons.
    rf"(?:{SHARE})(?:[\s|,/·•]+(?:{SHARE}|ke|to|this|ini|via|on|di|and|dan))*\s*:?",
    # Inserts that lead to other stories: Kompas, Detik, Media Indonesia, Liputan6.
    r"(?:baca|lihat|simak|tonton|cek)\s+(?:juga|pula|lainnya|selengkapnya|artikel)\b.*",
    r"(?:baca|lihat|simak|tonton|saksikan)\s*:.*",
    r"(?:simak|tonton|saksikan) video\b.*",
    r"(?:see|read) (?:also|more)(?:\s*:.*)?|(?:read|related)\s*:.*",
    r"\[(?:gambas|embed|video|foto|image|iklan|ad)\b[^\]]*\]",
    # Advertisements in mid-story: Detik, CNBC Indonesia.
    r"scroll (?:to|untuk|ke) .*|gulir (?:ke|untuk) .*",
    r"(?:advertisement|advertising|iklan|adsense|sponsored|promoted|pariwara)s?(?: (?:content|by .*))?",
    r"(?:ikuti|follow|gabung|join|dapatkan|subscribe|berlangganan|download|unduh|klik|click)\b.{0,120}"
    r"\b(?:google news|whats ?app|telegram|newsletter)\b.{0,60}",
    r"(?:ikuti|follow|gabung|join|subscribe|berlangganan|download|unduh|klik|click)\b[^.]{0,80}"
    r"\b(?:di ?sini|here|us|kami|aplikasi|app|channel|saluran|kanal|instagram|facebook|twitter)\b[^.]{0,60}",
    # Pages of one story, and ways around the site.
    r"(?:lanjut(?:kan)? (?:membaca|baca)|continue reading|read full article|selengkapnya|next|prev(?:ious)?)\W*",
    r"halaman (?:selanjutnya|berikutnya)|(?:halaman|page) [0-9]+(?: (?:dari|of) [0-9]+)?",
    r"(?:home|beranda)(?:\s*[»>/›|]\s*.{1,80})*",
    r"log ?in|sign (?:in|up)|masuk|daftar|register|menu|search|cari|close|tutup|skip to content|langsung ke konten",
    # Captions and their credits.
    r"(?:foto|photo|image|gambar|ilustrasi|illustration|caption|video|dok)\s*[:/].*",
    r".{0,220}\((?:(?:foto|photo|image|ilustrasi|dok|sumber foto|afp|reuters|ap|antara)\s*[:/.][^()]{0,80}|"
    r"ist(?:imewa)?\.?)\)\.?",
    r"[^.]{0,80}\b(?:getty images|shutterstock|antara foto)\b[^.]{0,40}",
    # Bylines.
    r"(?:penulis|editor|reporter|pewarta|uploader|redaktur|kontributor|jurnalis|wartawan|laporan|author|translator|"
    r"penerjemah|written by)\s*:.{0,100}",
    r"(?-i:(?:[Oo]leh|OLEH|[Bb]y|BY)\s*:?(?:\s+[A-Z][\w.'’-]*){1,5})(?:\s*[-–|,/].{0,60})?",
    r"\([\w .&-]{1,14}/[\w ./&-]{1,14}\)",  # the desk's initials: "(tri/P-2)"
    r"(?:updated|diperbarui|published|diterbitkan|posted|last modified)\s*:.{0,60}",
    # Rights: Antara.
    r"(?:copyright|hak cipta)\s*(?:©|\(c\)|[0-9]{4}).*|©.*|all rights reserved\.?",
    r"dilarang keras mengambil konten.*",
    # The reply form's fields.
    r"(?:nama|name|e-?mail|website|situs web|situs|comment|your (?:name|email)|send|submit|kirim)\s*:?\s*\*?\s*:?",
    r"please enter (?:your|an?) .{0,60}|save my name, .{0,100}|log in to leave a comment|simpan nama, .{0,120}",
]

# From here on nothing belongs to the story: the readers' part of the page.
ENDS = [
    # WordPress, in English and Indonesian.
    r"leave a (?:reply|comment)(?: to .{1,60})?(?: cancel reply)?|cancel reply",
    r"(?:tinggalkan|tulis|kirim|berikan) (?:balasan|komentar)(?: anda)?(?: batalkan balasan)?|batalkan balasan",
    r"(?:post|write|add) a comment",
    r"[0-9]+ (?:comments?|komentar|replies|balasan)(?: (?:on|pada) .*)?",
    # The WordPress theme Newspaper; its link may have grown together with its title.
    r"(?:previous|next) (?:article|post|story)(?:(?-i:[A-Z]).{0,200})?",
    r"(?:artikel|berita|pos) (?:sebelumnya|selanjutnya|berikutnya)",
    r"more from (?:the )?author",
]

# A list of other headlines follows: short lines go until the next paragraph.
LISTS = [
    r"(?:related|recommended|latest|recent|popular|trending|top)"
    r"(?: (?:articles?|posts?|news|stories|topics?|for you))?\s*:?",
    r"(?:berita|artikel|pos) (?:terkait|lainnya|populer|terpopuler|terbaru|terkini|pilihan)\s*:?",
    r"(?:most (?:popular|read)|terpopuler|terkini|rekomendasi(?: untuk anda)?|you (?:may|might) also like)\s*:?",
    r"(?:baca|lihat|simak) juga\s*:?",
]

# The page's own subjects, on the line or below it.
TAGS = [
    r"(?:tags?|topik|topics?|kata kunci|keywords?|label)\s*(?::\s*(?P<tags>.*))?",
    r"#\w+(?:[\s,]+#\w+)*",
]

# Credits to other outlets. They leave the text and go to the quote finder.
FOOTERS = [
    r"\(?(?:sumber|source)s?(?: (?:berita|artikel|tulisan|asli))?\s*[:=].{1,160}",
    r"\(?(?:sumber|source)\s+(?:[\w-]+\.)+[a-z]{2,10}\)?",
    r"(?:artikel|berita|tulisan|konten) (?:ini|asli)\s+(?:telah|sudah|pernah|pertama kali)\s+"
    r"(?:tayang|terbit|dimuat|diterbitkan|dipublikasikan)\b.*",
    r"this (?:article|story|report) (?:was )?(?:first|originally) (?:appeared|published|posted)\b.*",
    r"(?:disadur|diolah|dikutip|dilansir|disarikan|diterjemahkan) dari\s*:.*",
]


def _compiled(patterns: list[str]) -> re.Pattern:
    return re.compile("|".join(patterns), re.IGNORECASE)


KINDS = [
    ("end", _compiled(ENDS)),
    ("list", _compiled(LISTS)),
    ("footer", _compiled(FOOTERS)),
    ("tags", _compiled(TAGS)),
    ("noise", _compiled(NOISE)),
]


def kind_of(line: str) -> str:
    """ "end", "list", "footer", "tags" or "noise" for a line of the page, "" for one of the story."""
    if len(line) > LONGEST:
        return ""
    return next((kind for kind, pattern in KINDS if pattern.fullmatch(line)), "")


def listed_tags(line: str) -> tuple[str, ...]:
    """The subjects on a line that `kind_of` calls "tags". Hashtags give none: "#KorutRusia" is no tag's name."""
    match = re.fullmatch("|".join(TAGS), line, re.IGNORECASE)
    return tuple(name for part in re.split(r"[,;|·•]", match["tags"] or "") if (name := part.strip(" #")))
