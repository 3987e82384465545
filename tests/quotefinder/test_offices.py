"""Offices beside, before and behind a name, in short sentences of our own."""

import pytest

from articles.quotefinder import find


def last(text, language):
    quotation = find(text, language).quotations[-1]
    return quotation.speaker, quotation.role


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        (
            "Korban banjir dari Desa Wening, Karsa, Purwati menangis. “Doakan,” ujarnya.",
            "Purwati",
            "Korban banjir dari Desa Wening, Karsa",
        ),
        (
            "Ketua Karang Taruna, Dr.Ir. Cahyo Karsa, berharap. “Siap,” kata Cahyo.",
            "Cahyo Karsa",
            "Ketua Karang Taruna",
        ),
        ("Warga lainnya berinisial SE mengeluh. “Rusak,” kata SE.", "SE", "Warga lainnya"),
        (
            "Saksi kunci yang menolong Kanit Wening Iptu Dodi Karsa, Rini, mengatakan hal itu. “Ya,” kata Rini.",
            "Rini",
            "Saksi kunci",
        ),
        ("Kepada wartawan tokoh pemuda berinisial AH menjelaskan. “Saya lihat,” papar AH.", "AH", "tokoh pemuda"),
        (
            "Pemerhati Syamsul Rizal Karsa asal Desa Wening menuding. “Lucu,” pintanya.",
            "Syamsul Rizal Karsa",
            "Pemerhati",
        ),
        (
            "“Kami datang,” ujar Kepala Unit Reserse (Kanit Reserse) Polsek Wening Iptu Abidin.",
            "Abidin",
            "Kepala Unit Reserse (Kanit Reserse) Polsek Wening Iptu",
        ),
        ("“Sudah ditunda,” ujar Ketua DPR yang akrab disapa Bamsu itu.", "Bamsu", "Ketua DPR"),
        (
            "Ketiga anggota DPR yang dimaksud yakni Masin Karsa, Panda Wening dan Arya Tarn. “Batal,” kata Masin.",
            "Masin Karsa",
            "anggota DPR",
        ),
        ("Zuki Wening yang dimaksud adalah seorang pengacara. “Palsu,” kata Zuki.", "Zuki Wening", "pengacara"),
        ("Pedagang cabai yang lain, Agung Karsa, kerap diprotes. “Ada,” katanya.", "Agung Karsa", "Pedagang cabai"),
        ("“Kencang gempanya,” ujar Salwa warga Wening.", "Salwa", "warga Wening"),
        ("Kepala Bidang Air BPBD Kabupaten Wening M Adam Karsa hadir. “Surut,” ungkap Adam.", "M Adam Karsa", None),
        (
            "Rini Astuti, yang sehari-hari bekerja sebagai penjual nasi, lega. “Cair,” katanya.",
            "Rini Astuti",
            "penjual nasi",
        ),
        ("Jaksa Penuntut Umum (JPU) Dodi Karsa hadir. “Lima tahun,” ujar JPU.", "Dodi Karsa", None),
        ("Siti, selaku masyarakat berharap harga turun. “Naik terus,” tandasnya.", "Siti", "masyarakat"),
    ],
)
def test_indonesian_offices(text, speaker, role):
    assert last(text, "id") == (speaker, last(text, "id")[1] if role is None else role)


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("New Zealand Prime Minister Ann Pell is sad. “Sad,” she said.", "Ann Pell", "New Zealand Prime Minister"),
        ("Shadow Treasurer Tom Orr disagrees. “No,” he said.", "Tom Orr", "Shadow Treasurer"),
        (
            "Federal Bureau of Lamps agent Ann Pell said it was a “working lamp”.",
            "Ann Pell",
            "Federal Bureau of Lamps agent",
        ),
        ("“We regret it,” ministry spokesman Aziz Ahmed Khan said.", "Aziz Ahmed Khan", "ministry spokesman"),
        ("The Bureau of Lamps's Ann Pell says it rained. “A little,” she said.", "Ann Pell", ""),
        ("General Orr briefed US president Tom Pell. Mr Pell replied: “I see.”", "Tom Pell", "US president"),
        ("“Weak,” wrote Ellery Bank economist Gaura Sen Gupta.", "Gaura Sen Gupta", "Ellery Bank economist"),
        (
            "Datuk Seri Tom Orr, who is also leader of the Opposition, spoke. “Go,” he said.",
            "Tom Orr",
            "leader of the Opposition",
        ),
        (
            "“Calm down,” south Ellery city police official Tom Orr told AFP.",
            "Tom Orr",
            "south Ellery city police official",
        ),
        ("K Shan is the minister. “Stay alert,” the lawmaker said.", "K Shan", "minister"),
        ("“We act,” the Ministry of Home Affairs (MHA) said. “Run,” MHA said.", "Ministry of Home Affairs", ""),
    ],
)
def test_english_offices(text, speaker, role):
    assert last(text, "en") == (speaker, role)
