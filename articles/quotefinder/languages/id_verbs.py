"""Indonesian: verbs of saying."""

# They take their subject after them ("ujar X") or the possessive on them ("ujarnya").
ROOTS = """
    kata ujar ucap tutur jelas imbuh tandas beber papar lanjut sambung pungkas tegas cetus terang ungkap aku kilah
    kelakar tambah tulis jawab tanya tukas timpal sebut sahut seru pesan pinta tutup urai kenang keluh keterang harap
    cecar selidik telisik sergah sela potong balas tegur ledek gurau umpat ulang tantang hardik canda teriak bantah
    ingat imbau ajak gumam bisik celetuk protes ketus seloroh rinci kritik puji saran janji klaim duga sindir ucapkan
    cuit tampik tekan singgung ulas nilai desak ancam kecam kutip kisah cerita simpul lontar akui tepis dalih komentar
    ratap isak rintih sesal syukur doa batin gerutu omel bentak rengek sambut usul tuntut tuding tuduh bela sangkal
    elak kelit lapor ralat koreksi ramal prediksi kagum yakin sanggah umbar pamer ledak sanjung timbang kicau komen
"""

# They have their subject before them: "X mengatakan".
AGENTIVE = """
    mengatakan menyatakan menjelaskan menegaskan menambahkan mengungkapkan mengungkap menyampaikan menuturkan
    menerangkan memaparkan membeberkan mengaku mengakui menyebut menyebutkan menilai menulis menuliskan menjawab
    bertanya mempertanyakan berkata berujar bertutur berucap berpesan berharap bercerita menceritakan mengisahkan
    berkisah berkelakar berseloroh bercanda berdalih berkilah berteriak berseru berpendapat beranggapan berkomentar
    mengomentari membantah menampik menepis menyangkal mengingatkan memperingatkan mengimbau menghimbau mengajak
    meminta memohon mendesak menuntut menekankan menandaskan menggarisbawahi menyinggung menyoroti mengemukakan
    mengutarakan mengucapkan melanjutkan menyambung meyakini memastikan memprediksi memperkirakan menduga menuding
    menuduh mengkritik mengecam memuji mengapresiasi menyayangkan menyesalkan mengeluhkan mengklaim menyimpulkan
    merinci menguraikan mengusulkan menyarankan menyerukan mengancam menjanjikan berjanji mencuit mengunggah
    menanggapi merespons menyindir mengulas melaporkan memberitakan mengumumkan menimpali menyahut melontarkan
    membenarkan mengonfirmasi mengkonfirmasi menyambut mencontohkan mengutip bersaksi membacakan menyatukan
    mengeklaim menjabarkan menegur berbunyi membela menyebutnya menyampaikannya menampiknya menukas memberitahu
    memberitahukan mengumpamakan menandasi berkicau bersikukuh bersikeras berkeras bersumpah beralasan berdalil
    berkukuh bergurau berguyon berceloteh
"""
