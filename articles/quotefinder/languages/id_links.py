"""Small words of Indonesian that lead on from one part of a sentence to the next."""

from .language import words

# At the head of a sentence before its subject.
CONNECTORS = words("""
    spontan sontak nahas sayang sayangnya untung untungnya beruntung kebetulan tiba-tiba seketika ironisnya duet duo
    trio pasangan ganda laga nama sosok kabar nasib aksi video foto namun sementara itu sebelumnya selain hal ini
    adapun meski meskipun begitu demikian oleh karena sebab karenanya tapi tetapi kemudian lalu lantas selanjutnya
    di sisi lain pada kesempatan yang sama terpisah dalam bahkan juga senada dengan tersebut ketika saat terlebih
    lebih lanjut apalagi sedangkan dan atas setelah usai sejak untuk menurut bagi kepada kini jauh kendati tak hanya
    sampai akibatnya alhasil padahal jika bila kalau seperti sehingga maka sebagai hingga hasil para salah satu
    seorang sejumlah semua setiap banyak beberapa sebagian bukan tidak ada apa siapa mengapa bagaimana kapan nah ya
    pasca terkait soal mengenai tentang melalui lewat sesuai berdasarkan secara sempat akan telah sudah masih belum
    baru agar supaya walau walaupun seusai sambil selama sepanjang antara bersama tanpa mulai baik sebuah suatu
    setidaknya sedikitnya diketahui dihubungi ditemui ditanya diberitakan dilansir dikutip melansir mengutip merujuk
    menanggapi melihat mendengar mengetahui menjawab berikut inilah itulah begitulah sekadar tercatat terdapat
    rencananya pihak berbicara berbincang diwawancarai diwawancara dikonfirmasi pasalnya alasannya hasilnya
    tujuannya artinya misalnya contohnya umumnya biasanya faktanya intinya pihaknya dirinya sang si hari kasus warga
    polisi saksi korban kata ujar ucap tutur jelas
""")
# What ends the words that name somebody.
STOPPERS = words("""
    di ke pada saat ketika kala kepada usai seusai setelah sebelum sesudah melalui lewat seperti dikutip dilansir
    sambil seraya sembari untuk menanggapi soal mengenai tentang terkait via melansir mengutip bahwa karena
    sehingga agar supaya jika bila dalam dengan sebagaimana menurut kemarin tadi siang sore malam pagi hari ini
    berdasarkan sejak selama hingga sampai namun tetapi tapi sedangkan sementara meski meskipun walau begitu akan
    telah sudah masih belum tidak tak bukan adalah ialah merupakan bisa dapat harus ingin mau lalu kemudian saja
    juga pun pula lagi lantas ditemui dihubungi dijumpai diwawancarai dikonfirmasi kata ujar demikian berdua
    merespons mewakili memberikan mencontohkan menambahkan menjelaskan mengatakan menutup melanjutkan disela
    ditanya atas oleh merujuk mengacu menyinggung disambut dikala tatkala begitupun nanti besok lusa terakhir
    angkat buka turut kembali sempat jumpa mengakhiri membuka memulai menegaskan disiarkan dimuat per antara
""")
