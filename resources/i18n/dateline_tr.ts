<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Dosya</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Son k&amp;ullanılanlar</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Dü&amp;zen</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Haber</translation>
    </message>
    <message>
        <source>A&amp;nnotate</source>
        <translation>&amp;İşaretle</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Görünüm</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>Zaman &amp;çizelgesi</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Gruplama</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Yardım</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proje</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Okuma</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>Etiketleme</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>Times, events and links</source>
        <translation>Zamanlar, olaylar ve bağlar</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Öneriler</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zaman çizelgesi</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Pencere</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Yardım</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Yeni proje…</translation>
    </message>
    <message>
        <source>Start a project file from a folder of articles, or empty</source>
        <translation>Haberlerden oluşan bir klasörle ya da boş bir proje dosyası başlat</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Proje &amp;aç…</translation>
    </message>
    <message>
        <source>Open another project; this one is already saved</source>
        <translation>Başka bir proje aç; bu proje zaten kayıtlı</translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation>Ör&amp;nek projeyi aç</translation>
    </message>
    <message>
        <source>Five short reports, fully annotated, to look round in</source>
        <translation>İncelemek için baştan sona işaretlenmiş beş kısa haber</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;İçe aktar…</translation>
    </message>
    <message>
        <source>Bring in articles, or annotations made elsewhere</source>
        <translation>Haberleri ya da başka yerde yapılmış işaretlemeleri getir</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Dışa aktar…</translation>
    </message>
    <message>
        <source>Write annotations as JSONL or a training set</source>
        <translation>İşaretlemeleri JSONL ya da eğitim kümesi olarak yaz</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>Resi&amp;m olarak dışa aktar…</translation>
    </message>
    <message>
        <source>Save this article as a picture, PNG or SVG</source>
        <translation>Bu haberi PNG ya da SVG resmi olarak kaydet</translation>
    </message>
    <message>
        <source>Chec&amp;k project</source>
        <translation>Projeyi d&amp;enetle</translation>
    </message>
    <message>
        <source>Test every offset, reference and the file itself</source>
        <translation>Her konumu, her göndermeyi ve dosyanın kendisini sına</translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>İ&amp;statistikler…</translation>
    </message>
    <message>
        <source>Articles, annotators and counts per label</source>
        <translation>Haberler, işaretleyiciler ve etiket başına sayılar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Çı&amp;k</translation>
    </message>
    <message>
        <source>Everything is saved as it is done; there is nothing to save</source>
        <translation>Her şey yapıldığı anda kaydedilir; kaydedilecek bir şey kalmaz</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Geri al</translation>
    </message>
    <message>
        <source>Take the last step back, in whichever article it was, also after a restart</source>
        <translation>Son adımı hangi haberde olursa olsun, yeniden başlattıktan sonra bile geri al</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Yinele</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Geri alınanı yeniden yap</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>G&amp;eçmiş…</translation>
    </message>
    <message>
        <source>Every step: what was done, when, by whom</source>
        <translation>Her adım: ne yapıldı, ne zaman, kim tarafından</translation>
    </message>
    <message>
        <source>&amp;Find in article…</source>
        <translation>&amp;Haberde bul…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Sonrakini bul</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Ö&amp;ncekini bul</translation>
    </message>
    <message>
        <source>&amp;Search the project…</source>
        <translation>&amp;Projede ara…</translation>
    </message>
    <message>
        <source>Search all articles at once</source>
        <translation>Bütün haberlerde birden ara</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Komut paleti…</translation>
    </message>
    <message>
        <source>Any action, label, article or entity by a few letters of its name</source>
        <translation>Adının birkaç harfiyle her eylem, etiket, haber ya da varlık</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>E&amp;tiketler…</translation>
    </message>
    <message>
        <source>Add, rename, recolour, re-key, merge and remove labels</source>
        <translation>Etiket ekle, adlandır, renklendir, tuş ver, birleştir, kaldır</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Ayarlar…</translation>
    </message>
    <message>
        <source>Your name, the reader&apos;s type, the language</source>
        <translation>Adın, okuma yazı tipi, dil</translation>
    </message>
    <message>
        <source>&amp;Done, next</source>
        <translation>&amp;Bitti, sonraki</translation>
    </message>
    <message>
        <source>Next to d&amp;o</source>
        <translation>Sıradaki &amp;iş</translation>
    </message>
    <message>
        <source>Open the next article that is neither done nor skipped</source>
        <translation>Ne bitmiş ne atlanmış olan sonraki haberi aç</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>&amp;Sonraki haber</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>Ö&amp;nceki haber</translation>
    </message>
    <message>
        <source>&amp;Skip article</source>
        <translation>Haberi &amp;atla</translation>
    </message>
    <message>
        <source>Set it aside: not offered again, not exported as done</source>
        <translation>Kenara koy: bir daha önerilmez, bitmiş olarak dışa aktarılmaz</translation>
    </message>
    <message>
        <source>Set &amp;back to started</source>
        <translation>Yeni&amp;den başlamış say</translation>
    </message>
    <message>
        <source>P&amp;roperties…</source>
        <translation>Ö&amp;zellikler…</translation>
    </message>
    <message>
        <source>Title, publication date, source, address, language</source>
        <translation>Başlık, yayın tarihi, kaynak, adres, dil</translation>
    </message>
    <message>
        <source>Re&amp;move article</source>
        <translation>Haberi &amp;kaldır</translation>
    </message>
    <message>
        <source>Take it out of the project with its annotations; undo brings it back</source>
        <translation>İşaretlemeleriyle birlikte projeden çıkar; geri alınca döner</translation>
    </message>
    <message>
        <source>Select a word</source>
        <translation>Bir sözcük seç</translation>
    </message>
    <message>
        <source>the role&apos;s key, then click or Enter</source>
        <translation>rolün tuşu, sonra tıkla ya da Enter</translation>
    </message>
    <message>
        <source>On a mention, or on words: the mention is made on the way</source>
        <translation>Anmada ya da sözcüklerde: anma bu arada oluşturulur</translation>
    </message>
    <message>
        <source>Add arguments to the event</source>
        <translation>Olaya öge ekle</translation>
    </message>
    <message>
        <source>Ctrl+click, Ctrl+drag</source>
        <translation>Ctrl+tıkla, Ctrl+sürükle</translation>
    </message>
    <message>
        <source>Mentions go into the roles they fit best; a click on one again takes the next role</source>
        <translation>Anmalar en uygun role girer; birine yeniden tıklamak sonraki role geçirir</translation>
    </message>
    <message>
        <source>&amp;Join with…</source>
        <translation>Şununla &amp;ilişkilendir…</translation>
    </message>
    <message>
        <source>Go to another mention, or to words, and press Enter: a role, a relation, or a further piece</source>
        <translation>Başka bir anmaya ya da sözcüklere gidip Enter&apos;a bas: rol, ilişki ya da yeni parça</translation>
    </message>
    <message>
        <source>Take the current suggestion, or all that is proposed for the event</source>
        <translation>Geçerli öneriyi veya olay için önerilenlerin hepsini kabul et</translation>
    </message>
    <message>
        <source>click</source>
        <translation>tıkla</translation>
    </message>
    <message>
        <source>Select a phrase</source>
        <translation>Bir öbek seç</translation>
    </message>
    <message>
        <source>&amp;Registry</source>
        <translation>&amp;Kütük</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Kütük</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Sorunlar</translation>
    </message>
    <message>
        <source>Find words or expressions in this article; Enter goes to the next hit, Esc takes it</source>
        <translation>Bu haberde sözcük ya da ifade bul; Enter sonraki eşleşmeye gider, Esc onu seçer</translation>
    </message>
    <message>
        <source>All l&amp;ines…</source>
        <translation>&amp;Bütün satırlar…</translation>
    </message>
    <message>
        <source>Every place of the selected annotation, of words or a label, side by side, to be tagged in bulk</source>
        <translation>Seçili işaretlemenin, sözcüklerin ya da bir etiketin geçtiği her yer, yan yana; topluca etiketlenir</translation>
    </message>
    <message>
        <source>In the lines: tick, open, tag, remove</source>
        <translation>Satırlarda: seç, aç, etiketle, kaldır</translation>
    </message>
    <message>
        <source>Space, Enter, Ctrl+Enter, Delete</source>
        <translation>Boşluk, Enter, Ctrl+Enter, Delete</translation>
    </message>
    <message>
        <source>A label&apos;s key chooses what to tag as</source>
        <translation>Etiketin tuşu neyle etiketleneceğini seçer</translation>
    </message>
    <message>
        <source>Accept the suggestions in view; with none left, mark the article done and open the next to do</source>
        <translation>Görünürdeki önerileri kabul et; öneri kalmadıysa haberi bitti say ve sıradakini aç</translation>
    </message>
    <message>
        <source>Mark several articles</source>
        <translation>Birden çok haberi işaretle</translation>
    </message>
    <message>
        <source>Ctrl+click, right click</source>
        <translation>Ctrl+tık, sağ tık</translation>
    </message>
    <message>
        <source>Ctrl+click, Shift+click and Ctrl+A choose articles in the list, a right click marks them as done, new or skipped</source>
        <translation>Ctrl+tık, Shift+tık ve Ctrl+A listede haberleri seçer, sağ tık onları bitti, yeni ya da atlandı olarak işaretler</translation>
    </message>
    <message>
        <source>click, arrows</source>
        <translation>tıkla, ok tuşları</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>sürükle</translation>
    </message>
    <message>
        <source>Edges snap to words and drop spaces and punctuation round them</source>
        <translation>Uçlar sözcüklere oturur, çevredeki boşluk ve noktalamayı bırakır</translation>
    </message>
    <message>
        <source>Select to the character</source>
        <translation>Karakterine kadar seç</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+sürükle</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>Seçimi genişlet</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+tıkla</translation>
    </message>
    <message>
        <source>Move the word cursor</source>
        <translation>Sözcük imlecini oynat</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>ok tuşları</translation>
    </message>
    <message>
        <source>Shift extends; Ctrl jumps a sentence; Home and End go to the ends of the paragraph</source>
        <translation>Shift genişletir; Ctrl cümle atlar; Home ve End paragrafın uçlarına gider</translation>
    </message>
    <message>
        <source>Move by character</source>
        <translation>Karakter karakter ilerle</translation>
    </message>
    <message>
        <source>Move by word</source>
        <translation>Sözcük sözcük ilerle</translation>
    </message>
    <message>
        <source>Move by phrase</source>
        <translation>Öbek öbek ilerle</translation>
    </message>
    <message>
        <source>Move by sentence</source>
        <translation>Cümle cümle ilerle</translation>
    </message>
    <message>
        <source>Next &amp;mention</source>
        <translation>Sonraki &amp;anma</translation>
    </message>
    <message>
        <source>Pre&amp;vious mention</source>
        <translation>&amp;Önceki anma</translation>
    </message>
    <message>
        <source>A page on or back</source>
        <translation>Bir sayfa ileri ya da geri</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation>Boşluk, Shift+Boşluk</translation>
    </message>
    <message>
        <source>Copy the selected words</source>
        <translation>Seçili sözcükleri kopyala</translation>
    </message>
    <message>
        <source>Outer and inner mentions under the cursor</source>
        <translation>İmlecin altındaki dış ve iç anmalar</translation>
    </message>
    <message>
        <source>click again</source>
        <translation>yeniden tıkla</translation>
    </message>
    <message>
        <source>Leave: selection, started key, armed label</source>
        <translation>Bırak: seçim, başlanmış tuş, kurulu etiket</translation>
    </message>
    <message>
        <source>Tag the selection</source>
        <translation>Seçimi etiketle</translation>
    </message>
    <message>
        <source>the label&apos;s key</source>
        <translation>etiketin tuşu</translation>
    </message>
    <message>
        <source>One letter or two strokes, as the palette shows; on a mention, changes its label</source>
        <translation>Palette göründüğü gibi bir harf ya da iki vuruş; anma üzerinde etiketini değiştirir</translation>
    </message>
    <message>
        <source>Tag every identical occurrence</source>
        <translation>Aynısının geçtiği her yeri etiketle</translation>
    </message>
    <message>
        <source>Shift+the label&apos;s key</source>
        <translation>Shift+etiketin tuşu</translation>
    </message>
    <message>
        <source>Tag all hits</source>
        <translation>Bütün eşleşmeleri etiketle</translation>
    </message>
    <message>
        <source>Ctrl+Enter, the label&apos;s key</source>
        <translation>Ctrl+Enter, etiketin tuşu</translation>
    </message>
    <message>
        <source>In the find bar; an armed label needs no key</source>
        <translation>Bulma çubuğunda; kurulu etiket tuş istemez</translation>
    </message>
    <message>
        <source>Keep a label armed</source>
        <translation>Etiketi kurulu tut</translation>
    </message>
    <message>
        <source>double-tap its key</source>
        <translation>tuşuna iki kez bas</translation>
    </message>
    <message>
        <source>Every click or drag tags, until Esc</source>
        <translation>Esc&apos;e kadar her tıklama ya da sürükleme etiketler</translation>
    </message>
    <message>
        <source>Move the end by a word</source>
        <translation>Sonunu bir sözcük oynat</translation>
    </message>
    <message>
        <source>drag an edge</source>
        <translation>bir ucu sürükle</translation>
    </message>
    <message>
        <source>Move the beginning by a word</source>
        <translation>Başını bir sözcük oynat</translation>
    </message>
    <message>
        <source>Up is to the left; with Ctrl, either edge by a character</source>
        <translation>Yukarı sola demektir; Ctrl ile iki uç da karakter karakter</translation>
    </message>
    <message>
        <source>Add a fragment</source>
        <translation>Parça ekle</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+sürükle</translation>
    </message>
    <message>
        <source>A second piece of words for the selected mention</source>
        <translation>Seçili anma için ikinci bir sözcük parçası</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Sil</translation>
    </message>
    <message>
        <source>Remove the selected mention, or reject the current suggestion and remember that</source>
        <translation>Seçili anmayı kaldır ya da geçerli öneriyi geri çevir ve bunu hatırla</translation>
    </message>
    <message>
        <source>Not&amp;e…</source>
        <translation>N&amp;ot…</translation>
    </message>
    <message>
        <source>A remark on the mention, or on the article when none is selected</source>
        <translation>Anmaya, seçili anma yoksa habere düşülen not</translation>
    </message>
    <message>
        <source>&amp;Boilerplate</source>
        <translation>&amp;Kalıp metin</translation>
    </message>
    <message>
        <source>Grey the selected words: not annotated, not exported; again takes it back</source>
        <translation>Seçili sözcükleri grileştir: işaretlenmez, dışa aktarılmaz; yinelenirse geri alınır</translation>
    </message>
    <message>
        <source>Not&amp;hing here</source>
        <translation>&amp;Burada olay yok</translation>
    </message>
    <message>
        <source>Mark the sentence as read, no event: a verified negative; again takes it back</source>
        <translation>Cümleyi okundu, olay yok diye işaretle: doğrulanmış olumsuz; yinelenirse geri alınır</translation>
    </message>
    <message>
        <source>Take the first reading of a date</source>
        <translation>Tarihin birinci okunuşunu al</translation>
    </message>
    <message>
        <source>Take the second reading</source>
        <translation>İkinci okunuşu al</translation>
    </message>
    <message>
        <source>Take the third reading</source>
        <translation>Üçüncü okunuşu al</translation>
    </message>
    <message>
        <source>Take the fourth reading</source>
        <translation>Dördüncü okunuşu al</translation>
    </message>
    <message>
        <source>Fill a role of the event</source>
        <translation>Olayın bir rolünü doldur</translation>
    </message>
    <message>
        <source>Change an attribute</source>
        <translation>Bir niteliği değiştir</translation>
    </message>
    <message>
        <source>the attribute&apos;s key; with Shift back</source>
        <translation>niteliğin tuşu; Shift ile geri</translation>
    </message>
    <message>
        <source>Takes the next value, or the one that is proposed; with Shift the one before, or refuses what is proposed</source>
        <translation>Sonraki değeri veya önerileni alır; Shift ile öncekini alır veya önerileni geri çevirir</translation>
    </message>
    <message>
        <source>Draw an argument or a relation</source>
        <translation>Öge ya da ilişki çiz</translation>
    </message>
    <message>
        <source>Ctrl+Alt+drag</source>
        <translation>Ctrl+Alt+sürükle</translation>
    </message>
    <message>
        <source>From one mention to the other</source>
        <translation>Bir anmadan ötekine</translation>
    </message>
    <message>
        <source>&amp;Link as proposed</source>
        <translation>Önerilene ba&amp;ğla</translation>
    </message>
    <message>
        <source>Link the mention to the entity or happening the inspector proposes</source>
        <translation>Anmayı denetçinin önerdiği varlığa ya da vakaya bağla</translation>
    </message>
    <message>
        <source>Link to &amp;other…</source>
        <translation>Başkasına bağ&amp;la…</translation>
    </message>
    <message>
        <source>Search for the entity or happening behind the mention</source>
        <translation>Anmanın ardındaki varlığı ya da vakayı ara</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>Bağı çö&amp;z</translation>
    </message>
    <message>
        <source>Take the mention off its entity or happening</source>
        <translation>Anmayı varlığından ya da vakasından ayır</translation>
    </message>
    <message>
        <source>Next &amp;suggestion</source>
        <translation>Sonraki ö&amp;neri</translation>
    </message>
    <message>
        <source>Previous su&amp;ggestion</source>
        <translation>Önceki öne&amp;ri</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>Kab&amp;ul et</translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation>&amp;Haberler</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Denetçi</translation>
    </message>
    <message>
        <source>&amp;Label palette</source>
        <translation>&amp;Etiket paleti</translation>
    </message>
    <message>
        <source>Timeli&amp;ne</source>
        <translation>&amp;Zaman çizelgesi</translation>
    </message>
    <message>
        <source>Registr&amp;y</source>
        <translation>Küt&amp;ük</translation>
    </message>
    <message>
        <source>Entities and happenings over all articles</source>
        <translation>Bütün haberlerdeki varlıklar ve vakalar</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Sorunlar</translation>
    </message>
    <message>
        <source>What contradicts itself or is missing, with mends</source>
        <translation>Kendiyle çelişenler ve eksikler, düzeltmeleriyle</translation>
    </message>
    <message>
        <source>&amp;Forward a panel</source>
        <translation>So&amp;nraki panel</translation>
    </message>
    <message>
        <source>Put the keys into the next panel that is shown</source>
        <translation>Klavyeyi görünen sonraki panele geçir</translation>
    </message>
    <message>
        <source>&amp;Back a panel</source>
        <translation>Önceki &amp;panel</translation>
    </message>
    <message>
        <source>Put the keys into the panel before</source>
        <translation>Klavyeyi önceki panele geçir</translation>
    </message>
    <message>
        <source>&amp;Reader alone</source>
        <translation>Yalnız &amp;okuma</translation>
    </message>
    <message>
        <source>Put every panel away; again brings them back</source>
        <translation>Bütün panelleri kaldır; yinelenirse geri gelirler</translation>
    </message>
    <message>
        <source>Arcs for all &amp;events</source>
        <translation>Bütün olaylar için &amp;yaylar</translation>
    </message>
    <message>
        <source>Draw the arguments of every event, not only of the selected one</source>
        <translation>Yalnız seçili olanın değil, her olayın ögelerini çiz</translation>
    </message>
    <message>
        <source>Su&amp;ggestions</source>
        <translation>Öneri&amp;ler</translation>
    </message>
    <message>
        <source>Outline names tagged elsewhere and dates that are not tagged yet</source>
        <translation>Başka yerde etiketlenmiş adları ve henüz etiketlenmemiş tarihleri çerçevele</translation>
    </message>
    <message>
        <source>Larger te&amp;xt</source>
        <translation>Yazıyı &amp;büyült</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+tekerlek</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Yazıyı &amp;küçült</translation>
    </message>
    <message>
        <source>Text as set</source>
        <translation>Yazı ayarlandığı gibi</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>&amp;Sistem gibi</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Açık</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Koyu</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>&amp;Yüksek karşıtlık</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>&amp;Tümünü sığdır</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>İmlecin çevresinde yakınlaş, uzaklaş</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>tekerlek</translation>
    </message>
    <message>
        <source>From decades to hours</source>
        <translation>Onyıllardan saatlere</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>Zamanda ilerle</translation>
    </message>
    <message>
        <source>drag, Shift+wheel</source>
        <translation>sürükle, Shift+tekerlek</translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation>Şeritleri kaydır</translation>
    </message>
    <message>
        <source>Next and previous happening</source>
        <translation>Sonraki ve önceki vaka</translation>
    </message>
    <message>
        <source>Up and down change the lane; Home and End go to the first and last</source>
        <translation>Yukarı ve aşağı şerit değiştirir; Home ve End ilkine ve sonuncusuna gider</translation>
    </message>
    <message>
        <source>Go to the trigger</source>
        <translation>Tetikleyiciye git</translation>
    </message>
    <message>
        <source>Propose another date</source>
        <translation>Başka bir tarih öner</translation>
    </message>
    <message>
        <source>drag a mark or an end</source>
        <translation>bir işareti ya da ucu sürükle</translation>
    </message>
    <message>
        <source>The old date stays in the history</source>
        <translation>Eski tarih geçmişte kalır</translation>
    </message>
    <message>
        <source>Move the date by a unit</source>
        <translation>Tarihi bir birim oynat</translation>
    </message>
    <message>
        <source>With Shift its end; Ctrl+Shift+Up and Down move its begin</source>
        <translation>Shift ile bitişini; Ctrl+Shift+Yukarı ve Aşağı başlangıcını oynatır</translation>
    </message>
    <message>
        <source>Type a date</source>
        <translation>Tarih yaz</translation>
    </message>
    <message>
        <source>For the selected event, also in the undated tray</source>
        <translation>Seçili olay için; tarihsizler arasında da</translation>
    </message>
    <message>
        <source>Filter the articles by a range</source>
        <translation>Haberleri bir aralıkla süz</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Shift+sürükle</translation>
    </message>
    <message>
        <source>B takes what is in view; Shift and an arrow stretch the range</source>
        <translation>B görüneni alır; Shift ve bir ok aralığı uzatır</translation>
    </message>
    <message>
        <source>Go to what lies outside the view</source>
        <translation>Görünümün dışında kalana git</translation>
    </message>
    <message>
        <source>click on the hint at the edge</source>
        <translation>kenardaki ipucuna tıkla</translation>
    </message>
    <message>
        <source>What was dated just now first; with Shift to what is earlier</source>
        <translation>Önce yeni tarihlenene; Shift ile daha öncekine</translation>
    </message>
    <message>
        <source>Move by half a view</source>
        <translation>Yarım görünüm ilerle</translation>
    </message>
    <message>
        <source>Fold and unfold the lane</source>
        <translation>Şeridi katla ve aç</translation>
    </message>
    <message>
        <source>click on its name</source>
        <translation>adına tıkla</translation>
    </message>
    <message>
        <source>With Shift all lanes</source>
        <translation>Shift ile bütün şeritler</translation>
    </message>
    <message>
        <source>&amp;Clear the range</source>
        <translation>Aralığı &amp;kaldır</translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation>&amp;Ölçüler</translation>
    </message>
    <message>
        <source>Numbers over time, below the lanes</source>
        <translation>Şeritlerin altında, zaman içinde sayılar</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Sıra</translation>
    </message>
    <message>
        <source>What the texts say of before, after and at the same time</source>
        <translation>Metinlerin önce, sonra ve aynı anda için dedikleri</translation>
    </message>
    <message>
        <source>Reporting &amp;lag</source>
        <translation>Bildirim g&amp;ecikmesi</translation>
    </message>
    <message>
        <source>When it took place against when it was reported</source>
        <translation>Ne zaman olduğu, ne zaman bildirildiğine karşı</translation>
    </message>
    <message>
        <source>Li&amp;st</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>The same events as a sorted list, for reading out and for screen readers</source>
        <translation>Aynı olaylar sıralı liste olarak; sesli okumak ve ekran okuyucular için</translation>
    </message>
    <message>
        <source>&amp;Undated</source>
        <translation>Tarihsi&amp;zler</translation>
    </message>
    <message>
        <source>The tray of what has no date yet</source>
        <translation>Henüz tarihi olmayanların tepsisi</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Tür</translation>
    </message>
    <message>
        <source>&amp;Actor</source>
        <translation>&amp;Aktör</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Yer</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Kaynak</translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation>&amp;Haber</translation>
    </message>
    <message>
        <source>Save as p&amp;icture…</source>
        <translation>&amp;Resim olarak kaydet…</translation>
    </message>
    <message>
        <source>PNG or SVG, as it is seen</source>
        <translation>PNG ya da SVG, göründüğü gibi</translation>
    </message>
    <message>
        <source>Save as &amp;web page…</source>
        <translation>&amp;Web sayfası olarak kaydet…</translation>
    </message>
    <message>
        <source>One HTML page that needs nothing else</source>
        <translation>Başka hiçbir şey gerektirmeyen tek bir HTML sayfası</translation>
    </message>
    <message>
        <source>&amp;New entity or happening</source>
        <translation>&amp;Yeni varlık ya da vaka</translation>
    </message>
    <message>
        <source>Called what was looked for and not found</source>
        <translation>Aranıp bulunamayan adı alır</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Yeni&amp;den adlandır</translation>
    </message>
    <message>
        <source>An entity&apos;s old name becomes an alias</source>
        <translation>Varlığın eski adı diğer adlarına eklenir</translation>
    </message>
    <message>
        <source>&amp;Link the selected mention</source>
        <translation>Seçili anmayı &amp;bağla</translation>
    </message>
    <message>
        <source>The mention selected in the text means this entity or happening</source>
        <translation>Metinde seçili anma bu varlığı ya da vakayı anlatır</translation>
    </message>
    <message>
        <source>&amp;Merge the chosen</source>
        <translation>Seçilenleri bi&amp;rleştir</translation>
    </message>
    <message>
        <source>Into the one with the cursor; names become aliases, all mentions follow</source>
        <translation>İmlecin üzerindekinde birleşir; adlar diğer ad olur, bütün anmalar ona geçer</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Ka&amp;ldır</translation>
    </message>
    <message>
        <source>Its mentions stay, linked to nothing</source>
        <translation>Anmaları kalır, hiçbir şeye bağlı olmadan</translation>
    </message>
    <message>
        <source>&amp;Split off</source>
        <translation>&amp;Ayır</translation>
    </message>
    <message>
        <source>The chosen mentions go to a new entity or happening</source>
        <translation>Seçilen anmalar yeni bir varlığa ya da vakaya geçer</translation>
    </message>
    <message>
        <source>&amp;Unlink the chosen mentions</source>
        <translation>Seçilen anmaların bağını çö&amp;z</translation>
    </message>
    <message>
        <source>&amp;Compare reports…</source>
        <translation>Haberleri &amp;karşılaştır…</translation>
    </message>
    <message>
        <source>What each article says of the happening, side by side, field by field</source>
        <translation>Her haberin vaka için dedikleri yan yana, alan alan</translation>
    </message>
    <message>
        <source>Only its &amp;articles</source>
        <translation>Yalnız onun &amp;haberleri</translation>
    </message>
    <message>
        <source>The article list shows those that mention it</source>
        <translation>Haber listesi onu ananları gösterir</translation>
    </message>
    <message>
        <source>Go to its mentions</source>
        <translation>Anmalarına git</translation>
    </message>
    <message>
        <source>Again goes to the next one</source>
        <translation>Yinelenirse sonrakine gider</translation>
    </message>
    <message>
        <source>Ne&amp;xt problem</source>
        <translation>So&amp;nraki sorun</translation>
    </message>
    <message>
        <source>Go to the words of the next problem</source>
        <translation>Sonraki sorunun sözcüklerine git</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>Ön&amp;ceki sorun</translation>
    </message>
    <message>
        <source>Go to the words</source>
        <translation>Sözcüklere git</translation>
    </message>
    <message>
        <source>Take the first, second … mend</source>
        <translation>Birinci, ikinci … düzeltmeyi uygula</translation>
    </message>
    <message>
        <source>Each is one step that undo takes back</source>
        <translation>Her biri geri alınabilen tek adımdır</translation>
    </message>
    <message>
        <source>&amp;Keys and gestures</source>
        <translation>&amp;Tuşlar ve hareketler</translation>
    </message>
    <message>
        <source>This sheet: everything that can be done, and how</source>
        <translation>Bu sayfa: yapılabilen her şey ve nasıl yapıldığı</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Kullanım kılavuzu</translation>
    </message>
    <message>
        <source>Show the &amp;log folder</source>
        <translation>&amp;Günlük klasörünü göster</translation>
    </message>
    <message>
        <source>What the program noted when something went wrong</source>
        <translation>Bir şey ters gittiğinde programın not ettikleri</translation>
    </message>
    <message>
        <source>&amp;About Dateline</source>
        <translation>&amp;Dateline hakkında</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>aynı ad</translation>
    </message>
    <message>
        <source>also called so</source>
        <translation>böyle de anılıyor</translation>
    </message>
    <message>
        <source>another spelling of {}</source>
        <translation>{} adının başka bir yazımı</translation>
    </message>
    <message>
        <source>part of the name {}</source>
        <translation>{} adının bir parçası</translation>
    </message>
    <message>
        <source>a longer form of {}</source>
        <translation>{} adının uzun biçimi</translation>
    </message>
    <message>
        <source>the initials of {}</source>
        <translation>{} adının baş harfleri</translation>
    </message>
    <message>
        <source>its initials are {}</source>
        <translation>baş harfleri {}</translation>
    </message>
    <message>
        <source>spelt much like {}</source>
        <translation>yazımı {} ile çok benzer</translation>
    </message>
    <message>
        <source>but it is a {}</source>
        <translation>ama türü {}</translation>
    </message>
    <message>
        <source>the same type</source>
        <translation>aynı tür</translation>
    </message>
    <message>
        <source>the same date</source>
        <translation>aynı tarih</translation>
    </message>
    <message>
        <source>the dates meet</source>
        <translation>tarihler örtüşüyor</translation>
    </message>
    <message>
        <source>one day apart</source>
        <translation>bir gün arayla</translation>
    </message>
    <message>
        <source>{} days apart</source>
        <translation>{} gün arayla</translation>
    </message>
    <message>
        <source>announced for another day</source>
        <translation>başka bir gün için duyurulmuş</translation>
    </message>
    <message>
        <source>on the day that is given up here</source>
        <translation>burada vazgeçilen günde</translation>
    </message>
    <message>
        <source>one announces it, one puts it off</source>
        <translation>biri duyuruyor, biri erteliyor</translation>
    </message>
    <message>
        <source>one announces it, one tells that it did not take place</source>
        <translation>biri duyuruyor, biri gerçekleşmediğini söylüyor</translation>
    </message>
    <message>
        <source>one announces it, one tells that it took place</source>
        <translation>biri duyuruyor, biri gerçekleştiğini anlatıyor</translation>
    </message>
    <message>
        <source>both with {}</source>
        <translation>ikisinde de {} var</translation>
    </message>
    <message>
        <source>both in {}</source>
        <translation>ikisinin de yeri {}</translation>
    </message>
    <message>
        <source>both name the {}</source>
        <translation>ikisinde de {} geçiyor</translation>
    </message>
    <message>
        <source>the same words: {}</source>
        <translation>aynı sözcükler: {}</translation>
    </message>
    <message>
        <source>no other of this type on that day</source>
        <translation>o gün bu türden başkası yok</translation>
    </message>
    <message>
        <source>told before in this article</source>
        <translation>bu haberde daha önce anlatıldı</translation>
    </message>
    <message>
        <source>told in “{}” and linked to nothing yet</source>
        <translation>“{}” içinde anlatılıyor, henüz hiçbir şeye bağlı değil</translation>
    </message>
    <message>
        <source>the same external id {}</source>
        <translation>dış kimlikleri aynı: {}</translation>
    </message>
    <message>
        <source>Told before it happened</source>
        <translation>Olmadan önce anlatılmış</translation>
    </message>
    <message>
        <source>Planned for a day gone by</source>
        <translation>Geçmiş bir gün için planlı</translation>
    </message>
    <message>
        <source>Ends before it begins</source>
        <translation>Başlamadan bitiyor</translation>
    </message>
    <message>
        <source>Two times: which one counts?</source>
        <translation>İki zaman: hangisi geçerli?</translation>
    </message>
    <message>
        <source>Articles disagree about the date</source>
        <translation>Haberlerin tarihi birbirini tutmuyor</translation>
    </message>
    <message>
        <source>An article gives two dates</source>
        <translation>Bir haber iki tarih veriyor</translation>
    </message>
    <message>
        <source>No report gives the date set by hand</source>
        <translation>Elle verilen tarihi hiçbir haber vermiyor</translation>
    </message>
    <message>
        <source>In two places on one day</source>
        <translation>Aynı gün iki yerde</translation>
    </message>
    <message>
        <source>On both sides</source>
        <translation>İki yanda birden</translation>
    </message>
    <message>
        <source>A required role is empty</source>
        <translation>Gerekli bir rol boş</translation>
    </message>
    <message>
        <source>Before and after in a circle</source>
        <translation>Önce ve sonra döngü kuruyor</translation>
    </message>
    <message>
        <source>The order speaks against the dates</source>
        <translation>Sıra tarihlerle çelişiyor</translation>
    </message>
    <message>
        <source>At one time, but dated apart</source>
        <translation>Aynı zamanda, ama tarihleri ayrı</translation>
    </message>
    <message>
        <source>At one time, but one after the other</source>
        <translation>Aynı zamanda, ama biri ötekinden sonra</translation>
    </message>
    <message>
        <source>“{event}” is told as past, but dated {date}; the article appeared on {published}.</source>
        <translation>“{event}” geçmişte anlatılmış, ama tarihi {date}; haberin yayın tarihi {published}.</translation>
    </message>
    <message>
        <source>“{event}” is told as planned, but dated {date}; the article appeared on {published}.</source>
        <translation>“{event}” planlı olarak anlatılıyor, ama tarihi {date}; haber {published} tarihinde yayımlandı.</translation>
    </message>
    <message>
        <source>“{event}” begins {begin} and ends {end}.</source>
        <translation>“{event}” başlangıcı {begin}, bitişi {end}.</translation>
    </message>
    <message>
        <source>“{event}” has {date} and {other_date} as {role}, which do not meet; it stands on {stands}.</source>
        <translation>“{event}” için {role} olarak hem {date} hem {other_date} var, bunlar çakışmıyor; {stands} tarihinde duruyor.</translation>
    </message>
    <message>
        <source>“{event}”: {date} in “{article}”, {other_date} in “{other_article}”.</source>
        <translation>“{event}”: “{article}” haberinde {date}, “{other_article}” haberinde {other_date}.</translation>
    </message>
    <message>
        <source>“{event}”: “{article}” dates it {date} and {other_date}.</source>
        <translation>“{event}”: “{article}” haberi {date} ve {other_date} tarihlerini veriyor.</translation>
    </message>
    <message>
        <source>“{event}”: the date set by hand, {date}, is none that its reports give in the end; “{article}” gives {other_date}.</source>
        <translation>“{event}”: elle verilen {date} tarihini haberlerin hiçbiri sonunda vermiyor; “{article}” haberi {other_date} diyor.</translation>
    </message>
    <message>
        <source>{person} is in {place} (“{event}”) and in {other_place} (“{other_event}”) on {date}. Nothing says that one of these places lies in the other.</source>
        <translation>{date}: {person} hem şurada: {place} (“{event}”), hem de şurada: {other_place} (“{other_event}”). Bu yerlerden birinin ötekinin içinde olduğunu söyleyen bir şey yok.</translation>
    </message>
    <message>
        <source>{name} is both {role} and {other_role} of “{event}”.</source>
        <translation>{name}, “{event}” olayında hem {role} hem {other_role}.</translation>
    </message>
    <message>
        <source>“{event}” needs a mention as {role}: the schema requires it.</source>
        <translation>“{event}” için {role} rolünde bir anma gerekli: şema böyle istiyor.</translation>
    </message>
    <message>
        <source>Each comes before the next, and the last before the first: {events}.</source>
        <translation>Her biri bir sonrakinden, sonuncusu da ilkinden önce: {events}.</translation>
    </message>
    <message>
        <source>“{event}” ({date}) is linked as before “{other_event}” ({other_date}).</source>
        <translation>“{event}” ({date}), “{other_event}” ({other_date}) olayından önce diye bağlanmış.</translation>
    </message>
    <message>
        <source>“{event}” ({date}) and “{other_event}” ({other_date}) are linked as “{shown}”, so they share some time; their dates do not meet.</source>
        <translation>“{event}” ({date}) ile “{other_event}” ({other_date}) “{shown}” diye bağlanmış, yani ortak bir zamanları var; oysa tarihleri kesişmiyor.</translation>
    </message>
    <message>
        <source>“{event}” and “{other_event}” are linked as “{shown}”, so they share some time; yet each of these comes before the next: {events}.</source>
        <translation>“{event}” ile “{other_event}” “{shown}” diye bağlanmış, yani ortak bir zamanları var; oysa şunların her biri bir sonrakinden önce: {events}.</translation>
    </message>
    <message>
        <source>Mark as planned</source>
        <translation>Planlanan olarak işaretle</translation>
    </message>
    <message>
        <source>Mark as asserted</source>
        <translation>Gerçekleşmiş olarak işaretle</translation>
    </message>
    <message>
        <source>Take {date}</source>
        <translation>{date} tarihini al</translation>
    </message>
    <message>
        <source>{role}: {words}</source>
        <translation>{role}: {words}</translation>
    </message>
    <message>
        <source>Take {name} out of {role}</source>
        <translation>{name}: {role} rolünden çıkar</translation>
    </message>
    <message>
        <source>It was moved to {date}: take {name} out of {role}</source>
        <translation>Tarihi {date} olarak değişti: {name}, {role} rolünden çıkarılsın</translation>
    </message>
    <message>
        <source>Delete the link “{one}” → “{other}”</source>
        <translation>“{one}” → “{other}” bağını sil</translation>
    </message>
    <message>
        <source>Read it as {date}</source>
        <translation>{date} olarak oku</translation>
    </message>
    <message>
        <source>{one} lies in {other}</source>
        <translation>{one}, {other} içinde</translation>
    </message>
    <message>
        <source>Take back {date}, set by hand</source>
        <translation>Elle verilen {date} tarihini geri al</translation>
    </message>
    <message>
        <source>It is right so</source>
        <translation>Böyle doğru</translation>
    </message>
    <message>
        <source>BioC XML and JSON, such as PubTator&apos;s: annotations with their types, and relations of two.</source>
        <translation>BioC XML ve JSON, örneğin PubTator&apos;ınki: türleriyle işaretlemeler ve ikili ilişkiler.</translation>
    </message>
    <message>
        <source>A folder of .txt and .ann files: events with arguments, relations, attributes, discontinuous spans.</source>
        <translation>.txt ve .ann dosyalarından bir klasör: ögeleriyle olaylar, ilişkiler, öznitelikler, parçalı anmalar.</translation>
    </message>
    <message>
        <source>Tokens, markables and relations of the CAT tool: events with participants, times, coreference.</source>
        <translation>CAT aracının belirteçleri, işaretleri ve ilişkileri: katılımcılarıyla olaylar, zamanlar, eşgönderim.</translation>
    </message>
    <message>
        <source>A token and its tag on each line; the text itself is lost. Reads IOB1, IOB2 and BIOES.</source>
        <translation>Her satırda bir belirteç ve etiketi; metnin kendisi kaybolur. IOB1, IOB2 ve BIOES okur.</translation>
    </message>
    <message>
        <source>A token and its tag on each line: of nested spans the longest; the text itself is lost.</source>
        <translation>Her satırda bir sözcük ve etiketi: iç içe aralıkların en uzunu; metnin kendisi kaybolur.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiketleme şeması</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sütunlar</translation>
    </message>
    <message>
        <source>Tags stand in column</source>
        <translation>Etiketlerin sütunu</translation>
    </message>
    <message>
        <source>Tokens stand in column</source>
        <translation>Belirteçlerin sütunu</translation>
    </message>
    <message>
        <source>Universal Dependencies&apos; columns, with entities and triggers in MISC, by article or sentence.</source>
        <translation>Universal Dependencies sütunları; varlıklar ve tetikleyiciler MISC içinde, haber ya da cümle başına.</translation>
    </message>
    <message>
        <source>Texts as spaCy documents, by article or sentence, ready for spacy train.</source>
        <translation>Metinler spaCy belgesi olarak, haber ya da cümle başına; spacy train için hazır.</translation>
    </message>
    <message>
        <source>Words outside spans in articles that are not done</source>
        <translation>Bitmemiş haberlerde işaretsiz sözcükler</translation>
    </message>
    <message>
        <source>Divide it into parts</source>
        <translation>Parçalara bölün</translation>
    </message>
    <message>
        <source>spans that overlap others (not in doc.ents, but in doc.spans)</source>
        <translation>başkalarıyla çakışan aralıklar (doc.ents içinde yok, doc.spans içinde var)</translation>
    </message>
    <message>
        <source>links to entities without an external id</source>
        <translation>dış kimliği olmayan varlıklara bağlantılar</translation>
    </message>
    <message>
        <source>names of entities</source>
        <translation>varlık adları</translation>
    </message>
    <message>
        <source>Spans, relations and comments as doccano reads and writes them; a .zip holds a file per annotator.</source>
        <translation>doccano&apos;nun okuyup yazdığı biçimde anmalar, ilişkiler ve yorumlar; .zip içinde işaretleyici başına bir dosya olur.</translation>
    </message>
    <message>
        <source>Offsets count</source>
        <translation>Konum birimi</translation>
    </message>
    <message>
        <source>Records hold</source>
        <translation>Kayıtların içeriği</translation>
    </message>
    <message>
        <source>mentions in no role of an event</source>
        <translation>hiçbir olayda rolü olmayan anmalar</translation>
    </message>
    <message>
        <source>attributes that have no column</source>
        <translation>sütunu olmayan öznitelikler</translation>
    </message>
    <message>
        <source>One row an event: type, date, who fills which role, attributes, the sentence and the article.</source>
        <translation>Olay başına bir satır: tür, tarih, hangi rolde kim var, öznitelikler, cümle ve haber.</translation>
    </message>
    <message>
        <source>One article an entry of a feed that was saved as a file; its title, date, address and author.</source>
        <translation>Dosya olarak kaydedilmiş bir akışın her girdisi bir haber; başlığı, tarihi, adresi ve yazarıyla.</translation>
    </message>
    <message>
        <source>GATE&apos;s own documents; each annotation set becomes an annotator.</source>
        <translation>GATE&apos;in kendi belgeleri; her işaretleme kümesi bir işaretleyici olur.</translation>
    </message>
    <message>
        <source>Tokens with IOB2 tags beside text and spans, one article or sentence a line, for datasets.</source>
        <translation>Metin ve anmaların yanında IOB2 etiketli belirteçler, satır başına bir haber ya da cümle; datasets için.</translation>
    </message>
    <message>
        <source>Tasks with regions, relations and everybody&apos;s annotations; a labelling configuration lies beside.</source>
        <translation>Bölgeleri, ilişkileri ve herkesin işaretlemeleriyle görevler; yanında etiketleme yapılandırması.</translation>
    </message>
    <message>
        <source>Predictions of models</source>
        <translation>Model tahminleri</translation>
    </message>
    <message>
        <source>Everything a project holds, one line per article and annotator; reads back identical.</source>
        <translation>Projedeki her şey, haber ve işaretleyici başına bir satır; geri okununca birebir aynı.</translation>
    </message>
    <message>
        <source>A record for each sentence: tokens, entities, relations, event triggers and arguments by role.</source>
        <translation>Cümle başına bir kayıt: belirteçler, varlıklar, ilişkiler, olay tetikleyicileri ve rolleriyle ögeler.</translation>
    </message>
    <message>
        <source>Tokens with numbered tags (ClassLabel) beside text and spans, for datasets and pyarrow.</source>
        <translation>Metin ve anmaların yanında numaralı etiketleriyle (ClassLabel) belirteçler; datasets ve pyarrow için.</translation>
    </message>
    <message>
        <source>Tokens, spans and relations as Prodigy reads and writes them, with answers and hashes.</source>
        <translation>Prodigy&apos;nin okuyup yazdığı biçimde belirteçler, anmalar ve ilişkiler; yanıtları ve özetleriyle.</translation>
    </message>
    <message>
        <source>Spans of rejected examples</source>
        <translation>Geri çevrilen örneklerin anmaları</translation>
    </message>
    <message>
        <source>is {kind}, not an object with begin and end</source>
        <translation>{kind}; begin ve end içeren bir nesne değil</translation>
    </message>
    <message>
        <source>Denotations, relations and attributes; each track becomes an annotator.</source>
        <translation>Gösterimler, ilişkiler ve öznitelikler; her iz bir işaretleyici olur.</translation>
    </message>
    <message>
        <source>Text with labelled spans, one article or sentence per line, for training a tagger.</source>
        <translation>Etiketli anmalarıyla metin, satır başına bir haber ya da cümle; etiketleyici eğitmek için.</translation>
    </message>
    <message>
        <source>One article a row: a column with the text, others with title, date, source, url, language and note.</source>
        <translation>Satır başına bir haber: bir sütunda metin, ötekilerde başlık, tarih, kaynak, adres, dil ve not.</translation>
    </message>
    <message>
        <source>fields are taken for what an article has: {fields}</source>
        <translation>alanlar haberin şu bilgileri sayıldı: {fields}</translation>
    </message>
    <message>
        <source>has no field with the text (its fields: {found})</source>
        <translation>metni içeren bir alanı yok (alanları: {found})</translation>
    </message>
    <message>
        <source>has no field {names} (its fields: {found})</source>
        <translation>{names} alanı yok (alanları: {found})</translation>
    </message>
    <message>
        <source>Name the field text, or leave the record out</source>
        <translation>Alana text adını verin ya da kaydı dışarıda bırakın</translation>
    </message>
    <message>
        <source>the field {name} holds {kind} and is left out</source>
        <translation>{name} alanında {kind} var; dışarıda bırakıldı</translation>
    </message>
    <message>
        <source>the field {name} is there twice: what it says inside an object is left out</source>
        <translation>{name} alanı iki kez var; bir nesnenin içindeki değeri dışarıda bırakıldı</translation>
    </message>
    <message>
        <source>Fill it in, or leave it out</source>
        <translation>Doldurun ya da dışarıda bırakın</translation>
    </message>
    <message>
        <source>no record has a field {name}</source>
        <translation>hiçbir kayıtta {name} alanı yok</translation>
    </message>
    <message>
        <source>One article a record: a field with the text, others with title, date, source, url, language and note.</source>
        <translation>Kayıt başına bir haber: bir alanda metin, diğerlerinde başlık, tarih, kaynak, url, dil ve not.</translation>
    </message>
    <message>
        <source>How 03/04/2024 is read: day-first, month-first</source>
        <translation>03/04/2024 nasıl okunur: day-first, month-first</translation>
    </message>
    <message>
        <source>The line that names the columns, else it is looked for</source>
        <translation>Sütunları adlandıran satır; verilmezse aranır</translation>
    </message>
    <message>
        <source>The sheet of a workbook, else all with a column of texts</source>
        <translation>Çalışma kitabının sayfası, yoksa metin sütunu olanların hepsi</translation>
    </message>
    <message>
        <source>One article a file; title, date, source, url, language and note in a table beside them. Of a web page the report is taken, and the page kept.</source>
        <translation>Dosya başına bir haber; başlık, tarih, kaynak, adres, dil ve not yanlarındaki tabloda. Web sayfasından haber alınır, sayfa da saklanır.</translation>
    </message>
    <message>
        <source>A folder of .txt files, one an article, without annotations; title, date and the rest in a table.</source>
        <translation>Her biri bir haber olan .txt dosyalarının klasörü, işaretlemesiz; başlık, tarih ve gerisi bir tabloda.</translation>
    </message>
    <message>
        <source>A folder of TimeML files: times with their values, events, and temporal links.</source>
        <translation>TimeML dosyalarından bir klasör: değerleriyle zamanlar, olaylar ve zaman bağları.</translation>
    </message>
    <message>
        <source>A folder of XMI files with their type system, for INCEpTION, WebAnno and DKPro.</source>
        <translation>Tür sistemiyle XMI dosyalarından bir klasör; INCEpTION, WebAnno ve DKPro için.</translation>
    </message>
    <message>
        <source>A folder of UIMA JSON 1.0 files, each with its type system, for INCEpTION and dkpro-cassis.</source>
        <translation>Her biri tür sistemiyle UIMA JSON 1.0 dosyalarından bir klasör; INCEpTION ve dkpro-cassis için.</translation>
    </message>
    <message>
        <source>A folder of WebAnno TSV files, for INCEpTION and WebAnno.</source>
        <translation>WebAnno TSV dosyalarından bir klasör; INCEpTION ve WebAnno için.</translation>
    </message>
    <message>
        <source>“{words}” ({label}), {what}: {there} in what comes, {here} here, which stays</source>
        <translation>“{words}” ({label}), {what}: gelende {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>Change it here if what comes is right</source>
        <translation>Gelen doğruysa burada değiştirin</translation>
    </message>
    <message>
        <source>state for {who}: {there} in what comes, {here} here, which stays</source>
        <translation>{who} için durum: gelende {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>is there in several records of {who}, which are taken as one article</source>
        <translation>{who} adına birden çok kayıtta var; bunlar tek haber olarak alınır</translation>
    </message>
    <message>
        <source>is there in several records of {who}, which are taken as one article; {count} annotations are only in one of them, such as “{words}” ({label})</source>
        <translation>{who} adına birden çok kayıtta var; bunlar tek haber olarak alınır; {count} işaretleme yalnızca birinde, örneğin “{words}” ({label})</translation>
    </message>
    <message>
        <source>is there in several records of {who}, which are taken as one article; 1 annotation is only in one of them: “{words}” ({label})</source>
        <translation>{who} adına birden çok kayıtta var; bunlar tek haber olarak alınır; 1 işaretleme yalnızca birinde: “{words}” ({label})</translation>
    </message>
    <message>
        <source>Look at the article: all of them are on it</source>
        <translation>Habere bakın: hepsi onun üzerinde</translation>
    </message>
    <message>
        <source>new</source>
        <translation>yeni</translation>
    </message>
    <message>
        <source>started</source>
        <translation>başlandı</translation>
    </message>
    <message>
        <source>done</source>
        <translation>bitti</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>atlandı</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>belirtilmemiş</translation>
    </message>
    <message>
        <source>date</source>
        <translation>tarih</translation>
    </message>
    <message>
        <source>words</source>
        <translation>sözcükler</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>varlık</translation>
    </message>
    <message>
        <source>happening</source>
        <translation>olay</translation>
    </message>
    <message>
        <source>has the same text as {name}; it is left out</source>
        <translation>{name} ile aynı metin; alınmıyor</translation>
    </message>
    <message>
        <source>has the same text as {name}; it is taken in once more</source>
        <translation>{name} ile aynı metin; bir kez daha alınıyor</translation>
    </message>
    <message>
        <source>has the same text as the project&apos;s article {name}; it is left out</source>
        <translation>projedeki {name} haberiyle aynı metin; alınmıyor</translation>
    </message>
    <message>
        <source>has the same text as the project&apos;s article {name}; it is taken in once more</source>
        <translation>projedeki {name} haberiyle aynı metin; bir kez daha alınıyor</translation>
    </message>
    <message>
        <source>has the same text as {name}, which gets what it lacks: {these}; the rest is left out</source>
        <translation>{name} ile aynı metin; onda eksik olan alındı: {these}; gerisi alınmıyor</translation>
    </message>
    <message>
        <source>has the same text as the project&apos;s article {name}, which gets what it lacks: {these}; the rest is left out</source>
        <translation>projedeki {name} haberiyle aynı metin; onda eksik olan alındı: {these}; gerisi alınmıyor</translation>
    </message>
    <message>
        <source>it is taken in beside it</source>
        <translation>onun yanına alınıyor</translation>
    </message>
    <message>
        <source>it is left out</source>
        <translation>alınmıyor</translation>
    </message>
    <message>
        <source>it is taken for a newer version, to which the annotations are carried over</source>
        <translation>yeni sürümü sayılıyor, işaretler ona aktarılıyor</translation>
    </message>
    <message>
        <source>If both are one article, choose what becomes of it under Near-repeats</source>
        <translation>İkisi aynı haberse ne olacağını Yakın tekrarlar altında seçin</translation>
    </message>
    <message>
        <source>it is taken in beside it: of what comes in one import none is an older version</source>
        <translation>yanına alındı: tek bir içe aktarmada gelenlerden hiçbiri eski sürüm sayılmaz</translation>
    </message>
    <message>
        <source>If it is one all the same, import that one first, alone</source>
        <translation>Yine de eski sürümse önce onu tek başına içe aktarın</translation>
    </message>
    <message>
        <source>it is taken in beside it, as that one was published later</source>
        <translation>yanına alındı, çünkü öteki daha sonra yayımlanmış</translation>
    </message>
    <message>
        <source>If one of the dates is wrong, correct it before you import this</source>
        <translation>Tarihlerden biri yanlışsa bunu içe aktarmadan önce düzeltin</translation>
    </message>
    <message>
        <source>If both are one article, give that one this date under Properties first: then this one is left out</source>
        <translation>İkisi tek haberse önce ötekine Özellikler&apos;de bu tarihi verin: o zaman bu dışarıda kalır</translation>
    </message>
    <message>
        <source>it is taken in beside it: a text of two days is two articles</source>
        <translation>onun yanına alınıyor: iki ayrı günün metni iki haberdir</translation>
    </message>
    <message>
        <source>it is taken in beside it, as a brief text of that title from another day or of other words</source>
        <translation>yanına alındı, çünkü o başlığı taşıyan kısa bir metin, ama günü ya da sözleri başka</translation>
    </message>
    <message>
        <source>If it is a newer version all the same, give both the same address (url) before you import it</source>
        <translation>Yine de yeni sürümse bunu içe aktarmadan önce ikisine de aynı adresi (url) verin</translation>
    </message>
    <message>
        <source>has the same text as {name}, but is of another day; {done}</source>
        <translation>{name} ile aynı metin, ama başka bir günden; {done}</translation>
    </message>
    <message>
        <source>is from the same address as {name}; {done}</source>
        <translation>{name} ile aynı adresten; {done}</translation>
    </message>
    <message>
        <source>is nearly the same text as {name} ({share} of its words in the same order); {done}</source>
        <translation>{name} ile neredeyse aynı metin (sözcüklerinin {share} kadarı aynı sırada); {done}</translation>
    </message>
    <message>
        <source>{count} more that are not listed ({kind})</source>
        <translation>listelenmeyen {count} tane daha ({kind})</translation>
    </message>
    <message>
        <source>here {name} is a model: what comes under that name becomes {becomes}&apos;s</source>
        <translation>{name} burada bir model: bu adla gelen {becomes} adına alınır</translation>
    </message>
    <message>
        <source>here {name} is the adjudicator: what comes under that name becomes {becomes}&apos;s</source>
        <translation>{name} burada hakem: bu adla gelen {becomes} adına alınır</translation>
    </message>
    <message>
        <source>here {name} is a model: what names nobody joins the model&apos;s work, as was asked for</source>
        <translation>{name} burada bir model: kimseyi adlandırmayan, istendiği gibi modelin işine katılır</translation>
    </message>
    <message>
        <source>here {name} is the adjudicator: what names nobody joins this, as was asked for</source>
        <translation>{name} burada hakem: kimseyi adlandırmayan, istendiği gibi ona katılır</translation>
    </message>
    <message>
        <source>Rename one of the two to tell them apart</source>
        <translation>Ayırt etmek için ikisinden birinin adını değiştirin</translation>
    </message>
    <message>
        <source>here {name} is already: what comes under that name becomes that of a second one, {becomes}</source>
        <translation>burada zaten {name} var: bu adla gelenler ikinci birinin, {becomes} olanın olur</translation>
    </message>
    <message>
        <source>If they are the same, import it with the one who is here as its Annotator</source>
        <translation>İkisi aynıysa, İşaretleyici olarak buradakini vererek içe aktarın</translation>
    </message>
    <message>
        <source>perhaps the same work once more: all {count} annotations that come as {who}&apos;s to texts here are {other}&apos;s</source>
        <translation>belki aynı çalışma bir kez daha: buradaki metinlere {who} adına gelen {count} işaretlemenin hepsi {other} adına var</translation>
    </message>
    <message>
        <source>perhaps the same work once more: the annotation that comes as {who}&apos;s to a text here is {other}&apos;s</source>
        <translation>belki aynı çalışma bir kez daha: buradaki bir metne {who} adına gelen işaretleme {other} adına var</translation>
    </message>
    <message>
        <source>Leave it if this is the same file once more</source>
        <translation>Aynı dosya yeniden geliyorsa almayın</translation>
    </message>
    <message>
        <source>If it is {other}&apos;s work, go back and write {other} as the Annotator: nothing is doubled then</source>
        <translation>Bu {other} adlı kişinin çalışmasıysa geri dönüp İşaretleyici olarak {other} yazın: o zaman hiçbir şey iki kez alınmaz</translation>
    </message>
    <message>
        <source>{count} of {all} that come as {who}&apos;s to texts that are here are there already as {other}&apos;s</source>
        <translation>Burada olan metinlere {who} adına gelen {all} işaretlemeden {count} tanesi zaten {other} adına var</translation>
    </message>
    <message>
        <source>If this is {other}&apos;s work corrected, go back and write {other} as the Annotator: what is there joins it</source>
        <translation>Bu, {other} adlı kişinin düzeltilmiş çalışmasıysa geri dönüp İşaretleyici olarak {other} yazın: orada olanlara katılır</translation>
    </message>
    <message>
        <source>{count} of {who} differ in label or extent from what stands there, and both are kept: {such}</source>
        <translation>{who} adlı kişinin {count} işaretlemesi etiketi ya da sınırlarıyla oradakinden farklı; ikisi de kalır: {such}</translation>
    </message>
    <message>
        <source>1 of {who} differs in label or extent from what stands there, and both are kept: {such}</source>
        <translation>{who} adlı kişinin 1 işaretlemesi etiketi ya da sınırlarıyla oradakinden farklı; ikisi de kalır: {such}</translation>
    </message>
    <message>
        <source>Go through these articles and delete the one that is wrong</source>
        <translation>Bu haberlere bakın ve yanlış olanı silin</translation>
    </message>
    <message>
        <source>{count} of {who} that stand there did not come again, and stay: {such}</source>
        <translation>{who} adlı kişinin orada duran {count} işaretlemesi yeniden gelmedi; kalırlar: {such}</translation>
    </message>
    <message>
        <source>1 of {who} that stands there did not come again, and stays: {such}</source>
        <translation>{who} adlı kişinin orada duran 1 işaretlemesi yeniden gelmedi; kalır: {such}</translation>
    </message>
    <message>
        <source>{what} of {who} differ from what stands there, and both are kept: {such}</source>
        <translation>{who}: {what} orada olandan farklı, ikisi de kalıyor: {such}</translation>
    </message>
    <message>
        <source>{what} of {who} that stand there did not come again, and stay: {such}</source>
        <translation>{who}: orada olan {what} yeniden gelmedi ve kalıyor: {such}</translation>
    </message>
    <message>
        <source>Delete there what was taken out</source>
        <translation>Çıkarılmış olanı orada silin</translation>
    </message>
    <message>
        <source>“{come}” ({label}) beside “{here}” ({known}) in {article}</source>
        <translation>{article}: “{here}” ({known}) yanında “{come}” ({label})</translation>
    </message>
    <message>
        <source>“{come}” ({label}) in {article}</source>
        <translation>{article}: “{come}” ({label})</translation>
    </message>
    <message>
        <source>Such a file is one article, all of which the window holds: divide it into its articles, or make them lines of JSON or rows of a table, of which a file may have any number</source>
        <translation>Böyle bir dosya tek haberdir ve pencere onun tümünü tutar: onu haberlerine bölün ya da haberleri JSON satırları ya da bir tablonun satırları yapın; bir dosyada bunlardan istenildiği kadar olabilir</translation>
    </message>
    <message>
        <source>is a binary file, not a text</source>
        <translation>ikili bir dosya, metin değil</translation>
    </message>
    <message>
        <source>Save it as plain text (UTF-8)</source>
        <translation>Düz metin (UTF-8) olarak kaydedin</translation>
    </message>
    <message>
        <source>is not {encoding}: byte {byte} does not fit</source>
        <translation>{encoding} değil: {byte}. bayt uymuyor</translation>
    </message>
    <message>
        <source>is not UTF-8; it was read as {encoding}</source>
        <translation>UTF-8 değil; {encoding} olarak okundu</translation>
    </message>
    <message>
        <source>is in the encoding {encoding}, as it says itself or was chosen</source>
        <translation>{encoding} kodlamasında; dosyanın kendisi öyle diyor ya da öyle seçildi</translation>
    </message>
    <message>
        <source>If letters look wrong, name its encoding; where it is imported already, undo that first</source>
        <translation>Harfler yanlış görünüyorsa kodlamasını belirtin; zaten içe aktarıldıysa önce onu geri alın</translation>
    </message>
    <message>
        <source>is {size} MB; the largest article taken is {largest} MB</source>
        <translation>{size} MB; alınan en büyük haber {largest} MB</translation>
    </message>
    <message>
        <source>is {what}, not a text</source>
        <translation>{what}; metin değil</translation>
    </message>
    <message>
        <source>is not {encoding}: it holds halves of characters</source>
        <translation>{encoding} değil: yarım karakterler içeriyor</translation>
    </message>
    <message>
        <source>Name its encoding, or save it as UTF-8</source>
        <translation>Kodlamasını belirtin ya da UTF-8 olarak kaydedin</translation>
    </message>
    <message>
        <source>cannot be read as {encoding}: {error}</source>
        <translation>{encoding} olarak okunamıyor: {error}</translation>
    </message>
    <message>
        <source>Save it as plain text (UTF-8), or name its encoding if it is a text, such as utf-16-le</source>
        <translation>Düz metin (UTF-8) olarak kaydedin ya da metinse kodlamasını belirtin (ör. utf-16-le)</translation>
    </message>
    <message>
        <source>is in an encoding that cannot be told</source>
        <translation>kodlaması anlaşılamıyor</translation>
    </message>
    <message>
        <source>Name its encoding</source>
        <translation>Kodlamasını belirtin</translation>
    </message>
    <message>
        <source>holds nothing but white space</source>
        <translation>boşluktan başka bir şey içermiyor</translation>
    </message>
    <message>
        <source>the role {roles} is not among those of {event}; what fills it is kept under that name</source>
        <translation>{roles} rolü {event} olayının rolleri arasında yok; onu dolduran bu adla saklanır</translation>
    </message>
    <message>
        <source>the roles {roles} are not among those of {event}; what fills them is kept under these names</source>
        <translation>{roles} rolleri {event} olayının rolleri arasında yok; onları dolduranlar bu adlarla saklanır</translation>
    </message>
    <message>
        <source>Add it to the type of event under Edit → Labels…, or remove the arguments</source>
        <translation>Düzen → Etiketler… altında olay türüne ekleyin ya da rolleri dolduranları kaldırın</translation>
    </message>
    <message>
        <source>Add them to the type of event under Edit → Labels…, or remove the arguments</source>
        <translation>Bunları Düzen → Etiketler… altında olay türüne ekleyin ya da rolleri dolduranları kaldırın</translation>
    </message>
    <message>
        <source>is of no format known here; files whose name ends in {suffix} can be {titles}</source>
        <translation>burada bilinen bir biçimde değil; adı {suffix} ile biten dosyalar {titles} olabilir</translation>
    </message>
    <message>
        <source>is of no format known here; articles come as {titles}</source>
        <translation>burada bilinen bir biçimde değil; haberler {titles} olarak gelir</translation>
    </message>
    <message>
        <source>is a zip archive that holds nothing of a format known here</source>
        <translation>içinde burada bilinen bir biçimde hiçbir şey olmayan bir zip arşivi</translation>
    </message>
    <message>
        <source>is {what}, of no format known here</source>
        <translation>{what}: burada bilinen bir biçimde değil</translation>
    </message>
    <message>
        <source>is a Dateline project</source>
        <translation>bir Dateline projesi</translation>
    </message>
    <message>
        <source>Open it, export it as Dateline JSONL with everybody&apos;s annotations in whatever state, and import that here</source>
        <translation>Onu açın, herkesin her durumdaki işaretlemeleriyle Dateline JSONL olarak dışa aktarın ve bunu burada içe aktarın</translation>
    </message>
    <message>
        <source>Leave it out; or if it is of a known format, choose that under Format</source>
        <translation>Dışarıda bırakın; ya da bilinen bir biçimdeyse Biçim altında onu seçin</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dışarıda bırakın</translation>
    </message>
    <message>
        <source>Open it and save it as plain text (.txt, UTF-8), and import that</source>
        <translation>Açıp düz metin olarak (.txt, UTF-8) kaydedin ve onu içe aktarın</translation>
    </message>
    <message>
        <source>Open it and save a table as .xlsx or CSV, a text as .txt (UTF-8), and import that</source>
        <translation>Açıp tabloyu .xlsx ya da CSV, metni .txt (UTF-8) olarak kaydedin ve onu içe aktarın</translation>
    </message>
    <message>
        <source>Unpack it, and import what is in it</source>
        <translation>Paketini açın ve içindekini içe aktarın</translation>
    </message>
    <message>
        <source>Rename it to end in {suffix}, and import that</source>
        <translation>Adının sonunu {suffix} yapın ve onu içe aktarın</translation>
    </message>
    <message>
        <source>an Excel workbook</source>
        <translation>bir Excel çalışma kitabı</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>bir Word belgesi</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>bir OpenDocument dosyası</translation>
    </message>
    <message>
        <source>a zip archive</source>
        <translation>bir zip arşivi</translation>
    </message>
    <message>
        <source>an office document</source>
        <translation>bir ofis belgesi</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>bir resim</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>sıkıştırılmış bir dosya</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>bir PDF</translation>
    </message>
    <message>
        <source>Save its text as plain text (.txt, UTF-8), and import that</source>
        <translation>Metnini düz metin olarak (.txt, UTF-8) kaydedin ve onu içe aktarın</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>eski bir ofis belgesi</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>bir veritabanı</translation>
    </message>
    <message>
        <source>a parquet file</source>
        <translation>bir parquet dosyası</translation>
    </message>
    <message>
        <source>labels of the file are of another layer in this project: {labels}</source>
        <translation>dosyanın etiketleri bu projede başka bir katmanda: {labels}</translation>
    </message>
    <message>
        <source>labels of the file are of another layer in what this import takes in before: {labels}</source>
        <translation>dosyadaki etiketler, bu içe aktarmanın önceden aldıklarında başka bir katmanda: {labels}</translation>
    </message>
    <message>
        <source>is {kind}, not a text</source>
        <translation>{kind}; metin değil</translation>
    </message>
    <message>
        <source>is {kind}: a whole number was expected</source>
        <translation>{kind}; tam sayı bekleniyordu</translation>
    </message>
    <message>
        <source>is {kind}, not a list</source>
        <translation>{kind}; liste değil</translation>
    </message>
    <message>
        <source>missing: a text was expected</source>
        <translation>eksik: metin bekleniyordu</translation>
    </message>
    <message>
        <source>is null, not a text</source>
        <translation>null; metin değil</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>boş</translation>
    </message>
    <message>
        <source>missing: a whole number was expected</source>
        <translation>eksik: tam sayı bekleniyordu</translation>
    </message>
    <message>
        <source>is beyond all bounds</source>
        <translation>bütün sınırların ötesinde</translation>
    </message>
    <message>
        <source>is {kind}, not an object</source>
        <translation>{kind}; nesne değil</translation>
    </message>
    <message>
        <source>is {value}, expected one of {names}</source>
        <translation>{value}; beklenen şunlardan biri: {names}</translation>
    </message>
    <message>
        <source>byte {byte} (line {line}) is not UTF-8</source>
        <translation>{byte}. bayt (satır {line}) UTF-8 değil</translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation>Dosyayı UTF-8 olarak kaydedin</translation>
    </message>
    <message>
        <source>the label {label} is for {here} in the schema, not for {there}</source>
        <translation>{label} etiketi şemada {here} içindir, {there} için değil</translation>
    </message>
    <message>
        <source>the label {label} is to become {target}, which is for {here} in the schema, not for {there}</source>
        <translation>{label} etiketi {target} olacak, o ise şemada {here} içindir, {there} için değil</translation>
    </message>
    <message>
        <source>the label {label} is for {here} in {source}, which this import takes in before, not for {there}</source>
        <translation>{label} etiketi, bu içe aktarmanın daha önce aldığı {source} kaynağında {here} içindir, {there} için değil</translation>
    </message>
    <message>
        <source>Choose in the preview, under Label here, what it becomes, such as {example}, or leave it out</source>
        <translation>Ne olacağını önizlemede, Buradaki etiket altında seçin, örneğin {example}, ya da dışarıda bırakın</translation>
    </message>
    <message>
        <source>Leave it out in the preview, under Label here, or add a label for {there} that it can become</source>
        <translation>Önizlemede, Buradaki etiket altında dışarıda bırakın ya da dönüşebileceği, {there} için olan bir etiket ekleyin</translation>
    </message>
    <message>
        <source>Import the sources one at a time. {how}</source>
        <translation>Kaynakları teker teker içe aktarın. {how}</translation>
    </message>
    <message>
        <source>Write the year first, as in 2024-04-03</source>
        <translation>Yılı öne yazın: 2024-04-03</translation>
    </message>
    <message>
        <source>has the same text as the project&apos;s article {name}; its annotations join that one</source>
        <translation>projedeki {name} haberiyle aynı metin; işaretlemeleri ona katılır</translation>
    </message>
    <message>
        <source>has the same text as another record of {who}, and is taken for an article of its own</source>
        <translation>{who} adlı kişinin başka bir kaydıyla aynı metin; kendi başına bir haber sayılır</translation>
    </message>
    <message>
        <source>the span {begin} to {end} is empty; the text has {length} characters</source>
        <translation>{begin}–{end} aralığı boş; metinde {length} karakter var</translation>
    </message>
    <message>
        <source>the span {begin} to {end} is reversed; the text has {length} characters</source>
        <translation>{begin}–{end} aralığı ters; metinde {length} karakter var</translation>
    </message>
    <message>
        <source>the span {begin} to {end} is outside the text; the text has {length} characters</source>
        <translation>{begin}–{end} aralığı metnin dışında; metinde {length} karakter var</translation>
    </message>
    <message>
        <source>Offsets count characters from 0; the end is not included</source>
        <translation>Konumlar karakterleri 0&apos;dan sayar; son konum dahil değildir</translation>
    </message>
    <message>
        <source>holds halves of characters</source>
        <translation>yarım karakterler içeriyor</translation>
    </message>
    <message>
        <source>the parts of the span overlap at {begin}</source>
        <translation>aralığın parçaları {begin} konumunda çakışıyor</translation>
    </message>
    <message>
        <source>the span has no parts</source>
        <translation>aralığın parçası yok</translation>
    </message>
    <message>
        <source>expected an object {object}, found {kind}</source>
        <translation>bir nesne {object} bekleniyordu, {kind} bulundu</translation>
    </message>
    <message>
        <source>Leave it out, or write an object with the text for each article</source>
        <translation>Dışarıda bırakın ya da her haber için metni içeren bir nesne yazın</translation>
    </message>
    <message>
        <source>not valid JSON at column {column}: {why}</source>
        <translation>{column}. sütunda geçerli JSON değil: {why}</translation>
    </message>
    <message>
        <source>Write null or leave the key out; Python writes such numbers unless told allow_nan=False</source>
        <translation>null yazın ya da anahtarı yazmayın; allow_nan=False denmedikçe Python böyle sayılar yazar</translation>
    </message>
    <message>
        <source>the line is longer than {most} MB</source>
        <translation>satır {most} MB boyutundan uzun</translation>
    </message>
    <message>
        <source>Write one record on each line</source>
        <translation>Her satıra bir kayıt yazın</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>dosya UTF-8 değil</translation>
    </message>
    <message>
        <source>Save it as UTF-8</source>
        <translation>UTF-8 olarak kaydedin</translation>
    </message>
    <message>
        <source>Copy or export the file again if it was cut off, else correct the line</source>
        <translation>Dosya kesilmişse yeniden kopyalayın ya da dışa aktarın; değilse satırı düzeltin</translation>
    </message>
    <message>
        <source>the line ends in the middle of a record</source>
        <translation>satır bir kaydın ortasında bitiyor</translation>
    </message>
    <message>
        <source>JSON has no number {value}</source>
        <translation>JSON&apos;da {value} diye bir sayı yoktur</translation>
    </message>
    <message>
        <source>Correct the line</source>
        <translation>Satırı düzeltin</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>doğru/yanlış değeri</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>bir sayı</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>bir metin</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>bir liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>bir nesne</translation>
    </message>
    <message>
        <source>labels that are defined otherwise in the file stay as they are here: {labels}</source>
        <translation>dosyada başka türlü tanımlanmış etiketler buradaki gibi kalır: {labels}</translation>
    </message>
    <message>
        <source>says of the label {label} what no schema can hold: {what}</source>
        <translation>{label} etiketi için hiçbir şemanın tutamayacağı bir şey söylüyor: {what}</translation>
    </message>
    <message>
        <source>Compare them under Edit → Labels…</source>
        <translation>Karşılaştırmak için: Düzen → Etiketler…</translation>
    </message>
    <message>
        <source>has the text of an older version of {name}: {joins}</source>
        <translation>{name} adlı haberin eski bir sürümünün metni: {joins}</translation>
    </message>
    <message>
        <source>1 of its annotations stands in the newer version, too, and joins that</source>
        <translation>İşaretlerinden 1&apos;i yeni sürümde de var ve ona katılıyor</translation>
    </message>
    <message>
        <source>1 joins a version between the two</source>
        <translation>1&apos;i ikisinin arasındaki bir sürüme katılıyor</translation>
    </message>
    <message>
        <source>1 joins the older one</source>
        <translation>1&apos;i eskisine katılıyor</translation>
    </message>
    <message>
        <source>{moved} of its annotations stand in the newer version, too, and join that</source>
        <translation>işaretlemelerinden {moved} tanesi yeni sürümde de duruyor ve ona katılıyor</translation>
    </message>
    <message>
        <source>{count} join a version between the two</source>
        <translation>{count} tanesi ikisinin arasındaki bir sürüme katılıyor</translation>
    </message>
    <message>
        <source>{stayed} join the older one</source>
        <translation>{stayed} tanesi eskisine katılıyor</translation>
    </message>
    <message>
        <source>{moved}; {stayed}</source>
        <translation>{moved}; {stayed}</translation>
    </message>
    <message>
        <source>{joins}; what links the ones to the others joins the older one: {cut}</source>
        <translation>{joins}; birilerini ötekilere bağlayanlar eskisine katılır: {cut}</translation>
    </message>
    <message>
        <source>{name} is a newer version, and keeps the annotations; this one is taken in beside it</source>
        <translation>{name} daha yeni bir sürümdür ve işaretlemeler onda kalır; bu, onun yanına alınır</translation>
    </message>
    <message>
        <source>“{words}” ({label}) is there twice; it is taken once</source>
        <translation>“{words}” ({label}) iki kez var; bir kez alınır</translation>
    </message>
    <message>
        <source>{count} annotations are there twice and are taken once, such as “{words}” ({label})</source>
        <translation>{count} işaretleme iki kez var ve bir kez alınır, örneğin “{words}” ({label})</translation>
    </message>
    <message>
        <source>the sources have no label {names}, which was to become another or be left out</source>
        <translation>kaynaklarda başka bir etikete dönüşecek ya da dışarıda bırakılacak olan {names} etiketi yok</translation>
    </message>
    <message>
        <source>the sources have no role {names}, which was to become another or be left out</source>
        <translation>kaynaklarda başka bir role dönüşecek ya da dışarıda bırakılacak olan {names} rolü yok</translation>
    </message>
    <message>
        <source>Check its spelling; capitals count</source>
        <translation>Yazımını denetleyin; büyük ve küçük harf ayrıdır</translation>
    </message>
    <message>
        <source>as was chosen at an earlier import: {taken}</source>
        <translation>önceki bir içe aktarımda seçildiği gibi: {taken}</translation>
    </message>
    <message>
        <source>as was chosen at an earlier import of {format}: {taken}</source>
        <translation>{format} biçiminin önceki bir içe aktarımında seçildiği gibi: {taken}</translation>
    </message>
    <message>
        <source>{name} becomes {target}</source>
        <translation>{name}, {target} olur</translation>
    </message>
    <message>
        <source>{name} is left out</source>
        <translation>{name} dışarıda kalır</translation>
    </message>
    <message>
        <source>the attribute {names} is not among those of {label}; it is kept under that name</source>
        <translation>{names} özniteliği {label} etiketininkiler arasında yok; bu adla saklanır</translation>
    </message>
    <message>
        <source>the attributes {names} are not among those of {label}; they are kept under these names</source>
        <translation>{names} öznitelikleri {label} etiketininkiler arasında yok; bu adlarla saklanır</translation>
    </message>
    <message>
        <source>{said} is taken for {name}: {value} ({label}, {count} ×)</source>
        <translation>{said}, {name}: {value} olarak alınır ({label}, {count} ×)</translation>
    </message>
    <message>
        <source>Add it to the label under Edit → Labels…; until then only the inspector shows it</source>
        <translation>Düzen → Etiketler… altında etikete ekleyin; o zamana kadar yalnızca denetçi gösterir</translation>
    </message>
    <message>
        <source>Its words are there counted in UTF-16 units: if the file counts so, choose that under Offsets count</source>
        <translation>Sözcükleri UTF-16 birimleriyle sayınca orada: dosya böyle sayıyorsa Konum birimi altında onu seçin</translation>
    </message>
    <message>
        <source>Offsets count characters (code points) from 0</source>
        <translation>Konumlar karakterleri (kod noktalarını) 0’dan sayar</translation>
    </message>
    <message>
        <source>the span {start} to {end} is empty</source>
        <translation>{start}–{end} aralığı boş</translation>
    </message>
    <message>
        <source>the span {start} to {end} is reversed</source>
        <translation>{start}–{end} aralığı ters</translation>
    </message>
    <message>
        <source>{offset} is outside the text, which has {length} characters</source>
        <translation>{offset} metnin dışında; metinde {length} karakter var</translation>
    </message>
    <message>
        <source>the text there is {found}, not {words}</source>
        <translation>oradaki metin {found}, {words} değil</translation>
    </message>
    <message>
        <source>The end must be greater than the start</source>
        <translation>Bitiş başlangıçtan büyük olmalı</translation>
    </message>
    <message>
        <source>{tag} is no tag: expected O, - where nothing is known, or B-, I-, L- or U- with a label</source>
        <translation>{tag} bir etiket işareti değil: O, bilinmeyen yerde - ya da etiketiyle B-, I-, L- veya U- beklenir</translation>
    </message>
    <message>
        <source>the tokens do not stand in it one behind the other, so that nobody knows where the tagged words are</source>
        <translation>belirteçler onda art arda bulunmuyor; etiketlenen sözcüklerin yeri bu yüzden bilinemiyor</translation>
    </message>
    <message>
        <source>Take raw out of the paragraph; a text is made of the tokens then</source>
        <translation>raw alanını paragraftan çıkarın; metin o zaman belirteçlerden oluşturulur</translation>
    </message>
    <message>
        <source>is no [start, end, label]</source>
        <translation>[başlangıç, bitiş, etiket] değil</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>eksik</translation>
    </message>
    <message>
        <source>is empty, and there are no tokens to make a text of</source>
        <translation>boş; metin oluşturulacak belirteç de yok</translation>
    </message>
    <message>
        <source>is {kind}, not a number</source>
        <translation>{kind}; sayı değil</translation>
    </message>
    <message>
        <source>Documents of paragraphs and tagged tokens, as spaCy 2 was trained with and converted to.</source>
        <translation>spaCy 2&apos;nin eğitildiği ve dönüştürdüğü biçimde, paragraflardan ve etiketli belirteçlerden oluşan belgeler.</translation>
    </message>
    <message>
        <source>is {kind}, not a whole number</source>
        <translation>{kind}; tam sayı değil</translation>
    </message>
    <message>
        <source>overlap or are out of order</source>
        <translation>çakışıyor ya da sırası bozuk</translation>
    </message>
    <message>
        <source>do not begin and end where the span does</source>
        <translation>aralıkla aynı yerde başlayıp bitmiyor</translation>
    </message>
    <message>
        <source>articles are read from {count} sheets: {names}</source>
        <translation>haberler {count} sayfadan okunuyor: {names}</translation>
    </message>
    <message>
        <source>To read one of them alone, choose it under Columns…</source>
        <translation>Yalnız birini okumak için onu seçin: Sütunlar…</translation>
    </message>
    <message>
        <source>the sheet {name} has no column text and is left out (its columns: {columns})</source>
        <translation>{name} sayfasında text sütunu yok, sayfa dışarıda bırakılıyor (sütunları: {columns})</translation>
    </message>
    <message>
        <source>To read it, choose it and its column of texts under Columns…, or give that column the name text</source>
        <translation>Okumak için onu ve metin sütununu Sütunlar… altında seçin ya da o sütuna text adını verin</translation>
    </message>
    <message>
        <source>of its sheets {name} is read, as was said, and not: {others}</source>
        <translation>sayfalarından, söylendiği gibi, {name} okunur, şunlar okunmaz: {others}</translation>
    </message>
    <message>
        <source>the sheet {name} alone is read, as was chosen for such a workbook before; not read: {others}</source>
        <translation>yalnız {name} sayfası okunur: böyle bir çalışma kitabı için daha önce böyle seçildi; okunmayanlar: {others}</translation>
    </message>
    <message>
        <source>the columns are those named here, below other lines, which are left out: {names}</source>
        <translation>sütunlar, dışarıda bırakılan başka satırların altında, burada adlandırılanlardır: {names}</translation>
    </message>
    <message>
        <source>If another line names them, say so under Columns…</source>
        <translation>Adları başka bir satırdaysa belirtin: Sütunlar…</translation>
    </message>
    <message>
        <source>Or say how it is read under Columns…</source>
        <translation>Ya da nasıl okunacağını belirtin: Sütunlar…</translation>
    </message>
    <message>
        <source>the columns are taken as was chosen for such a table before: {taken}</source>
        <translation>sütunlar böyle bir tablo için daha önce seçildiği gibi alınır: {taken}</translation>
    </message>
    <message>
        <source>Choose others under Columns…</source>
        <translation>Başkalarını seçin: Sütunlar…</translation>
    </message>
    <message>
        <source>no column was taken for the publication date; of the others {column} alone holds dates</source>
        <translation>yayın tarihi için hiçbir sütun alınmadı; diğerlerinden yalnız {column} tarih tutuyor</translation>
    </message>
    <message>
        <source>no column was taken for the publication date (not used: {columns})</source>
        <translation>yayın tarihi için hiçbir sütun alınmadı (kullanılmayanlar: {columns})</translation>
    </message>
    <message>
        <source>Say which it is under Columns…</source>
        <translation>Hangisi olduğunu belirtin: Sütunlar…</translation>
    </message>
    <message>
        <source>Say under Columns… which holds the text; where these are not the names of the columns, say there in which line they are</source>
        <translation>Metnin hangisinde olduğunu Sütunlar… altında belirtin; sütun adları bunlar değilse hangi satırda olduklarını da orada belirtin</translation>
    </message>
    <message>
        <source>has no texts: its column {column} names the files that hold them</source>
        <translation>metin içermiyor: {column} sütunu metinlerin durduğu dosyaları adlandırıyor</translation>
    </message>
    <message>
        <source>Import these files or their folder, and choose this table under Metadata; or say which column holds the text: Columns…</source>
        <translation>Bu dosyaları ya da klasörlerini içe aktarın ve bu tabloyu Üstveri altında seçin; ya da metnin hangi sütunda olduğunu belirtin: Sütunlar…</translation>
    </message>
    <message>
        <source>Choose another one under Columns…</source>
        <translation>Başka birini seçin: Sütunlar…</translation>
    </message>
    <message>
        <source>has no sheets, and {name} was named as the one to read</source>
        <translation>sayfaları yok, oysa okunacak sayfa olarak {name} belirtildi</translation>
    </message>
    <message>
        <source>Choose it under Columns… of the workbook</source>
        <translation>Onu çalışma kitabının Sütunlar… penceresinde seçin</translation>
    </message>
    <message>
        <source>line {line} is taken for the header, as was said for such a table before</source>
        <translation>{line}. satır başlık sayılır: böyle bir tablo için daha önce böyle söylendi</translation>
    </message>
    <message>
        <source>Say another one under Columns…</source>
        <translation>Başka birini belirtin: Sütunlar…</translation>
    </message>
    <message>
        <source>the column {column} holds annotations, which do not come with a table; it is kept as a text</source>
        <translation>{column} sütununda etiketlemeler var, bunlar tabloyla alınmaz; sütun metin olarak saklanır</translation>
    </message>
    <message>
        <source>Export as JSON where it comes from, and import that</source>
        <translation>Geldiği yerden JSON olarak dışa aktarıp onu içe aktarın</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>metin boş</translation>
    </message>
    <message>
        <source>Fill it in, or leave the row out</source>
        <translation>Doldurun ya da satırı çıkarın</translation>
    </message>
    <message>
        <source>two columns are called {names}</source>
        <translation>iki sütunun adı aynı: {names}</translation>
    </message>
    <message>
        <source>has no column text (its columns: {found})</source>
        <translation>text sütunu yok (sütunları: {found})</translation>
    </message>
    <message>
        <source>has no column {names} (its columns: {found})</source>
        <translation>{names} sütunu yok (sütunları: {found})</translation>
    </message>
    <message>
        <source>is larger than {value} MB</source>
        <translation>{value} MB sınırından büyük</translation>
    </message>
    <message>
        <source>is a zip archive that was cut off or damaged: the list of its files, at its end, is not there</source>
        <translation>yarıda kesilmiş ya da bozulmuş bir zip arşivi: sonundaki dosya listesi yok</translation>
    </message>
    <message>
        <source>Copy or download it again</source>
        <translation>Yeniden kopyalayın ya da indirin</translation>
    </message>
    <message>
        <source>Pack it again</source>
        <translation>Yeniden arşivleyin</translation>
    </message>
    <message>
        <source>holds more than {most_files} files</source>
        <translation>{most_files} dosyadan fazlasını içeriyor</translation>
    </message>
    <message>
        <source>Unpack it yourself if you trust it</source>
        <translation>Güveniyorsanız kendiniz açın</translation>
    </message>
    <message>
        <source>Pack it again without such paths</source>
        <translation>Böyle yollar olmadan yeniden arşivleyin</translation>
    </message>
    <message>
        <source>is encrypted ({value})</source>
        <translation>parolalı ({value})</translation>
    </message>
    <message>
        <source>Pack it without a password</source>
        <translation>Parolasız arşivleyin</translation>
    </message>
    <message>
        <source>holds two files called {path}</source>
        <translation>{path} adında iki dosya içeriyor</translation>
    </message>
    <message>
        <source>the packed file {value} cannot be read: {error}</source>
        <translation>paketlenmiş {value} dosyası okunamıyor: {error}</translation>
    </message>
    <message>
        <source>names no file</source>
        <translation>dosya adı vermiyor</translation>
    </message>
    <message>
        <source>Give the file a name</source>
        <translation>Dosyaya bir ad verin</translation>
    </message>
    <message>
        <source>Looking what {name} is</source>
        <translation>Ne olduğuna bakılıyor: {name}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Okunuyor: {name}</translation>
    </message>
    <message>
        <source>is neither a file nor a folder</source>
        <translation>ne dosya ne klasör</translation>
    </message>
    <message>
        <source>holds no document</source>
        <translation>hiçbir belge içermiyor</translation>
    </message>
    <message>
        <source>hold no text</source>
        <translation>metin içermiyor</translation>
    </message>
    <message>
        <source>the offset {offset} is before the first passage</source>
        <translation>{offset} konumu ilk bölümden önce</translation>
    </message>
    <message>
        <source>has a span that has no place in {first}, which is the same text but for the blanks at its edges and its line ends: it is an article of its own</source>
        <translation>içindeki bir aralığın {first} içinde yeri yok; o metin kenarlarındaki boşluklar ve satır sonları dışında aynı: bu dosya ayrı bir makale oldu</translation>
    </message>
    <message>
        <source>holds no .txt with an .ann beside it</source>
        <translation>yanında bir .ann olan .txt barındırmıyor</translation>
    </message>
    <message>
        <source>brat&apos;s files come in pairs</source>
        <translation>brat dosyaları çiftler hâlinde gelir</translation>
    </message>
    <message>
        <source>has no .txt of its name beside it</source>
        <translation>yanında aynı adlı bir .txt yok</translation>
    </message>
    <message>
        <source>Put the text beside it</source>
        <translation>Metni yanına koyun</translation>
    </message>
    <message>
        <source>has no .ann beside it and is left out</source>
        <translation>yanında .ann yok, dışarıda kalıyor</translation>
    </message>
    <message>
        <source>An empty .ann beside it takes it in</source>
        <translation>Yanına boş bir .ann konursa alınır</translation>
    </message>
    <message>
        <source>Import them by themselves</source>
        <translation>Onları ayrıca içe aktarın</translation>
    </message>
    <message>
        <source>{words} is no tag: expected O, or a label such as B-LOC</source>
        <translation>{words} bir etiket işareti değil: O ya da B-LOC gibi bir etiket bekleniyordu</translation>
    </message>
    <message>
        <source>Tags were looked for in column {column}: the option tags says another one</source>
        <translation>Etiket işaretleri {column}. sütunda arandı: tags seçeneği başka bir sütun belirtir</translation>
    </message>
    <message>
        <source>holds no token</source>
        <translation>hiçbir belirteç içermiyor</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or name its encoding</source>
        <translation>UTF-8 olarak kaydedin ya da kodlamasını belirtin</translation>
    </message>
    <message>
        <source>is not UTF-8</source>
        <translation>UTF-8 değil</translation>
    </message>
    <message>
        <source>Columns are parted by spaces or tabs</source>
        <translation>Sütunlar boşluk ya da sekmeyle ayrılır</translation>
    </message>
    <message>
        <source>Expected lines such as: Ankara B-LOC</source>
        <translation>Şöyle satırlar beklenir: Ankara B-LOC</translation>
    </message>
    <message>
        <source>a sentence names another annotator than those before it in its document: all are taken for {who}’s</source>
        <translation>bir cümle, belgesinde kendinden öncekilerden başka bir işaretleyicinin adını veriyor: hepsi {who} adlı kişinin sayıldı</translation>
    </message>
    <message>
        <source>Begin the sentences of each annotator with a line “# newdoc” of their own</source>
        <translation>Her işaretleyicinin cümlelerini kendi “# newdoc” satırıyla başlatın</translation>
    </message>
    <message>
        <source>holds no word</source>
        <translation>hiçbir sözcük içermiyor</translation>
    </message>
    <message>
        <source>{tag} names no label</source>
        <translation>{tag} bir etiket adı içermiyor</translation>
    </message>
    <message>
        <source>Write it again with DocBin.to_disk</source>
        <translation>DocBin.to_disk ile yeniden yazın</translation>
    </message>
    <message>
        <source>the document is empty</source>
        <translation>belge boş</translation>
    </message>
    <message>
        <source>would unpack to more than {value} MB</source>
        <translation>açılınca {value} MB sınırını aşar</translation>
    </message>
    <message>
        <source>Divide it</source>
        <translation>Bölün</translation>
    </message>
    <message>
        <source>what is said of whole texts, such as categories or summaries, is kept in the column label</source>
        <translation>bütün metinler için söylenenler (kategoriler ya da özetler gibi) label sütununda tutulur</translation>
    </message>
    <message>
        <source>Spans are written [start, end, label]; labels of a whole text stand in a record without spans</source>
        <translation>Aralıklar [baş, son, etiket] olarak yazılır; bütün bir metnin etiketleri aralıksız bir kayıtta durur</translation>
    </message>
    <message>
        <source>an offset is {kind}, not a whole number</source>
        <translation>bir konum {kind}; tam sayı değil</translation>
    </message>
    <message>
        <source>Give each entity its own id</source>
        <translation>Her varlığa kendi kimliğini verin</translation>
    </message>
    <message>
        <source>{id} is the id of no entity of this record</source>
        <translation>{id} bu kaydın hiçbir varlığının kimliği değil</translation>
    </message>
    <message>
        <source>is {kind}, not a span</source>
        <translation>{kind}; aralık değil</translation>
    </message>
    <message>
        <source>has {count} parts, not [start, end, label]</source>
        <translation>{count} parçası var; [start, end, label] değil</translation>
    </message>
    <message>
        <source>the label is {kind}, not a text</source>
        <translation>etiket {kind}; metin değil</translation>
    </message>
    <message>
        <source>the label is empty</source>
        <translation>etiket boş</translation>
    </message>
    <message>
        <source>Save the feed again</source>
        <translation>Akışı yeniden kaydedin</translation>
    </message>
    <message>
        <source>Check that it is a feed</source>
        <translation>Bunun bir akış olduğunu denetleyin</translation>
    </message>
    <message>
        <source>an entry is larger than {value} MB</source>
        <translation>bir kayıt {value} MB sınırından büyük</translation>
    </message>
    <message>
        <source>holds no entry</source>
        <translation>hiçbir girdi içermiyor</translation>
    </message>
    <message>
        <source>is no RSS or Atom feed</source>
        <translation>RSS ya da Atom akışı değil</translation>
    </message>
    <message>
        <source>has no text; it is left out</source>
        <translation>metni yok; dışarıda bırakıldı</translation>
    </message>
    <message>
        <source>holds no record</source>
        <translation>hiçbir kayıt içermiyor</translation>
    </message>
    <message>
        <source>has neither a column text nor a column tokens (its columns: {columns})</source>
        <translation>ne text ne de tokens sütunu var (sütunları: {columns})</translation>
    </message>
    <message>
        <source>holds no row</source>
        <translation>hiçbir satır içermiyor</translation>
    </message>
    <message>
        <source>there are {count} tags for {tokens} tokens</source>
        <translation>{tokens} sözcük birimi için {count} etiket var</translation>
    </message>
    <message>
        <source>is {kind}, not a tag</source>
        <translation>{kind}; etiket değil</translation>
    </message>
    <message>
        <source>Write the tags as words (B-ORG), or as ClassLabel with its names</source>
        <translation>Etiketleri sözcük olarak (B-ORG) ya da adlarıyla ClassLabel olarak yazın</translation>
    </message>
    <message>
        <source>missing: a text or tokens were expected</source>
        <translation>eksik: metin ya da belirteçler bekleniyordu</translation>
    </message>
    <message>
        <source>Take the text out of the record; one is made of the tokens then</source>
        <translation>Metni kayıttan çıkarın; o zaman sözcük birimlerinden bir metin kurulur</translation>
    </message>
    <message>
        <source>holds more than {value} MB</source>
        <translation>{value} MB sınırından fazlasını içeriyor</translation>
    </message>
    <message>
        <source>Write it again as JSON lines</source>
        <translation>JSON satırları olarak yeniden yazdırın</translation>
    </message>
    <message>
        <source>is no parquet file that can be read: {said}</source>
        <translation>okunabilir bir parquet dosyası değil: {said}</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Yeniden yazdırın</translation>
    </message>
    <message>
        <source>is the name of a sound, picture or film, not a text</source>
        <translation>bir ses, resim ya da filmin adı, metin değil</translation>
    </message>
    <message>
        <source>Leave the task out, or put its transcript into its data as text</source>
        <translation>Görevi dışarıda bırakın ya da dökümünü verisine metin olarak koyun</translation>
    </message>
    <message>
        <source>is {kind}, not a region</source>
        <translation>{kind}; bölge değil</translation>
    </message>
    <message>
        <source>holds no text</source>
        <translation>hiçbir metin içermiyor</translation>
    </message>
    <message>
        <source>Expected {&quot;text&quot;: &quot;…&quot;}</source>
        <translation>Beklenen: {&quot;text&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>is the address of a text, not the text</source>
        <translation>metnin kendisi değil, adresi</translation>
    </message>
    <message>
        <source>missing: the place is only told as an XPath</source>
        <translation>eksik: yer yalnız XPath olarak verilmiş</translation>
    </message>
    <message>
        <source>Offsets count characters from 0</source>
        <translation>Konumlar karakterleri 0’dan sayar</translation>
    </message>
    <message>
        <source>expected a list of labels</source>
        <translation>etiket listesi bekleniyordu</translation>
    </message>
    <message>
        <source>Give each region its own id</source>
        <translation>Her bölgeye kendi kimliğini verin</translation>
    </message>
    <message>
        <source>{id} is the id of no region of this annotation</source>
        <translation>{id} bu işaretlemenin hiçbir bölgesinin kimliği değil</translation>
    </message>
    <message>
        <source>two have the same id</source>
        <translation>ikisinin kimliği aynı</translation>
    </message>
    <message>
        <source>Give each its own id</source>
        <translation>Her birine kendi kimliğini verin</translation>
    </message>
    <message>
        <source>Ids must differ over the whole file</source>
        <translation>Kimlikler bütün dosyada farklı olmalı</translation>
    </message>
    <message>
        <source>is {kind}, not a text or null</source>
        <translation>{kind}; metin ya da null değil</translation>
    </message>
    <message>
        <source>{id} is not among the {where}</source>
        <translation>{id} şunların arasında yok: {where}</translation>
    </message>
    <message>
        <source>Offsets count characters (code points) from 0, the end is not included</source>
        <translation>Konumlar karakterleri (kod noktalarını) 0&apos;dan sayar; son konum dahil değildir</translation>
    </message>
    <message>
        <source>the id {id} is there twice</source>
        <translation>{id} kimliği iki kez var</translation>
    </message>
    <message>
        <source>is {kind}, not an object with start, end and text</source>
        <translation>{kind}; start, end ve text içeren bir nesne değil</translation>
    </message>
    <message>
        <source>is {value}, expected &apos;article&apos;</source>
        <translation>{value}; &apos;article&apos; beklenirdi</translation>
    </message>
    <message>
        <source>the article {id} {whom}is there twice</source>
        <translation>{id} haberi iki kez var {whom}</translation>
    </message>
    <message>
        <source>Give each article its own id</source>
        <translation>Her habere kendi kimliğini verin</translation>
    </message>
    <message>
        <source>is null, but the line holds annotations</source>
        <translation>null, oysa satırda işaretlemeler var</translation>
    </message>
    <message>
        <source>Name whose they are</source>
        <translation>Kimin olduklarını belirtin</translation>
    </message>
    <message>
        <source>expected a list of [start, end] pairs</source>
        <translation>[başlangıç, bitiş] çiftlerinden oluşan bir liste bekleniyordu</translation>
    </message>
    <message>
        <source>expected [start, end]</source>
        <translation>[başlangıç, bitiş] bekleniyordu</translation>
    </message>
    <message>
        <source>cannot be read as a table row: {error}</source>
        <translation>tablo satırı olarak okunamıyor: {error}</translation>
    </message>
    <message>
        <source>cannot be read as an Excel workbook</source>
        <translation>Excel çalışma kitabı olarak okunamıyor</translation>
    </message>
    <message>
        <source>Put quotes round cells that hold line ends or the delimiter, and double quotes inside them</source>
        <translation>Satır sonu ya da ayraç içeren hücreleri tırnak içine alın, içlerindeki tırnakları çiftleyin</translation>
    </message>
    <message>
        <source>is not {encoding}: a byte does not fit</source>
        <translation>{encoding} değil: bir bayt uymuyor</translation>
    </message>
    <message>
        <source>has no sheet {name}; there are {names}</source>
        <translation>{name} sayfası yok; olanlar: {names}</translation>
    </message>
    <message>
        <source>Save the workbook anew</source>
        <translation>Çalışma kitabını yeniden kaydedin</translation>
    </message>
    <message>
        <source>is an Excel workbook that was cut off or damaged: its end is not there</source>
        <translation>kesilmiş ya da bozulmuş bir Excel çalışma kitabı: sonu yok</translation>
    </message>
    <message>
        <source>Save it as .xlsx or CSV</source>
        <translation>.xlsx ya da CSV olarak kaydedin</translation>
    </message>
    <message>
        <source>unpacks to {value} MB</source>
        <translation>açılınca {value} MB oluyor</translation>
    </message>
    <message>
        <source>Save it as CSV</source>
        <translation>CSV olarak kaydedin</translation>
    </message>
    <message>
        <source>Save the table as .xlsx, CSV or TSV</source>
        <translation>Tabloyu .xlsx, CSV ya da TSV olarak kaydedin</translation>
    </message>
    <message>
        <source>{file} has a row already, on line {line}</source>
        <translation>{file} için zaten bir satır var: {line}. satır</translation>
    </message>
    <message>
        <source>Keep one of them</source>
        <translation>Birini tutun</translation>
    </message>
    <message>
        <source>there is no file {file}</source>
        <translation>{file} adlı bir dosya yok</translation>
    </message>
    <message>
        <source>has no column file (its columns: {found})</source>
        <translation>file sütunu yok (sütunları: {found})</translation>
    </message>
    <message>
        <source>Correct the name, or take the row out</source>
        <translation>Adı düzeltin ya da satırı çıkarın</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>Yolu denetleyin</translation>
    </message>
    <message>
        <source>holds no .txt or .html file</source>
        <translation>.txt ya da .html dosyası içermiyor</translation>
    </message>
    <message>
        <source>no table has a row for it</source>
        <translation>hiçbir tabloda satırı yok</translation>
    </message>
    <message>
        <source>ends without the end tag of the page: the file may be cut off, and its report with it</source>
        <translation>sayfanın bitiş imi olmadan bitiyor: dosya ve içindeki haber yarıda kesilmiş olabilir</translation>
    </message>
    <message>
        <source>Save the page again</source>
        <translation>Sayfayı yeniden kaydedin</translation>
    </message>
    <message>
        <source>is so short that its report cannot be told from what is around it: byline and date may be in the text</source>
        <translation>haberi çevresindekilerden ayrılamayacak kadar kısa: yazar satırı ve tarih metnin içinde olabilir</translation>
    </message>
    <message>
        <source>Mark as boilerplate what is no report</source>
        <translation>Haber olmayanı kalıp metin olarak işaretleyin</translation>
    </message>
    <message>
        <source>Annotations of another program are imported by themselves</source>
        <translation>Başka bir programın işaretlemeleri ayrıca içe aktarılır</translation>
    </message>
    <message>
        <source>has no type system beside it</source>
        <translation>yanında tür sistemi yok</translation>
    </message>
    <message>
        <source>Export it again</source>
        <translation>Yeniden dışa aktarın</translation>
    </message>
    <message>
        <source>Correct the file</source>
        <translation>Dosyayı düzeltin</translation>
    </message>
    <message>
        <source>missing: expected UIMA CAS JSON</source>
        <translation>eksik: UIMA CAS JSON beklenirdi</translation>
    </message>
    <message>
        <source>holds no header line</source>
        <translation>başlık satırı içermiyor</translation>
    </message>
    <message>
        <source>Put quotes round cells that hold the delimiter</source>
        <translation>Ayracı içeren hücreleri tırnak içine alın</translation>
    </message>
    <message>
        <source>has {cells} cells, the header {columns}</source>
        <translation>{cells} hücresi var, başlık satırının {columns}</translation>
    </message>
    <message>
        <source>nests more than {deepest} elements in one another</source>
        <translation>{deepest} öğeden fazlası iç içe</translation>
    </message>
    <message>
        <source>Save the article&apos;s text as .txt</source>
        <translation>Haberin metnini .txt olarak kaydedin</translation>
    </message>
    <message>
        <source>{files}, of other exports, would be read by {patterns}, too</source>
        <translation>{files} başka dışa aktarımlardan kalmış; {patterns} kalıbıyla okuyan bunları da okur</translation>
    </message>
    <message>
        <source>{files}, named like its parts, would be read by {patterns}, too</source>
        <translation>{files} bunun bölümleri gibi adlandırılmış; {patterns} kalıbıyla okuyan bunları da okur</translation>
    </message>
    <message>
        <source>{files}, of an earlier export, holds articles that may be in {written}, too</source>
        <translation>önceki bir dışa aktarımdan kalan {files} içindeki haberler {written} içinde de olabilir</translation>
    </message>
    <message>
        <source>{files}, of an earlier export, hold articles that may be in {written}, too</source>
        <translation>önceki bir dışa aktarımdan kalan {files} içindeki haberler {written} içinde de olabilir</translation>
    </message>
    <message>
        <source>{files}, of an earlier export, holds articles that may be in these parts, too</source>
        <translation>önceki bir dışa aktarımdan kalan {files} içindeki haberler bu bölümlerde de olabilir</translation>
    </message>
    <message>
        <source>{files}, of an earlier export, hold articles that may be in these parts, too</source>
        <translation>önceki bir dışa aktarımdan kalan {files} içindeki haberler bu bölümlerde de olabilir</translation>
    </message>
    <message>
        <source>{files}, of an earlier export, goes with this one: nothing is left for it now; choose another name to keep it</source>
        <translation>önceki bir dışa aktarımdan kalan {files} bununla silinecek: artık ona bir şey kalmıyor; saklamak için başka bir ad seçin</translation>
    </message>
    <message>
        <source>{files}, of an earlier export, go with this one: nothing is left for them now; choose another name to keep them</source>
        <translation>önceki bir dışa aktarımdan kalan {files} bununla silinecek: artık onlara bir şey kalmıyor; saklamak için başka bir ad seçin</translation>
    </message>
    <message>
        <source>is there already, and nothing beside says that an export wrote it as it is</source>
        <translation>zaten var ve yanındaki hiçbir şey onu bu hâliyle bir dışa aktarımın yazdığını söylemiyor</translation>
    </message>
    <message>
        <source>events that are denied, planned or only possible: written as if they had happened</source>
        <translation>yalanlanan, planlanan ya da yalnızca olası olay: gerçekleşmiş gibi yazıldı</translation>
    </message>
    <message>
        <source>spans that tokens do not begin and end with (in spans, not in ner_tags)</source>
        <translation>sınırları sözcük birimlerine uymayan aralık (spans içinde var, ner_tags içinde yok)</translation>
    </message>
    <message>
        <source>spans that do not begin and end with tokens</source>
        <translation>sınırları sözcük birimlerine uymayan aralık</translation>
    </message>
    <message>
        <source>spans that do not begin and end with spaCy&apos;s tokens</source>
        <translation>sınırları spaCy&apos;nin sözcük birimlerine uymayan aralık</translation>
    </message>
    <message>
        <source>spans that begin or end inside a word (written as whole words)</source>
        <translation>bir sözcüğün içinde başlayan ya da biten aralık (bütün sözcük olarak yazıldı)</translation>
    </message>
    <message>
        <source>white space at the edges of spans</source>
        <translation>aralıkların uçlarındaki boşluklar</translation>
    </message>
    <message>
        <source>texts that are not done: of the words outside their spans spaCy learns nothing</source>
        <translation>bitmemiş metin: aralıklarının dışındaki sözcüklerden spaCy hiçbir şey öğrenmez</translation>
    </message>
    <message>
        <source>texts that are not done: the words outside their spans are written as if there were nothing to tag</source>
        <translation>bitmemiş metin: aralıkların dışındaki sözcükler, etiketlenecek bir şey yokmuş gibi yazılıyor</translation>
    </message>
    <message>
        <source>text that is not done: the words outside its spans are written as if there were nothing to tag</source>
        <translation>bitmemiş metin: aralıkların dışındaki sözcükler, etiketlenecek bir şey yokmuş gibi yazılıyor</translation>
    </message>
    <message>
        <source>text that is not done: of the words outside its spans spaCy learns nothing</source>
        <translation>bitmemiş metin: aralıklarının dışındaki sözcüklerden spaCy hiçbir şey öğrenmez</translation>
    </message>
    <message>
        <source>event that is denied, planned or only possible: written as if it had happened</source>
        <translation>yalanlanan, planlanan ya da yalnızca olası olay: gerçekleşmiş gibi yazıldı</translation>
    </message>
    <message>
        <source>span that tokens do not begin and end with (in spans, not in ner_tags)</source>
        <translation>sınırları sözcük birimlerine uymayan aralık (spans içinde var, ner_tags içinde yok)</translation>
    </message>
    <message>
        <source>span that does not begin and end with tokens</source>
        <translation>sınırları sözcük birimlerine uymayan aralık</translation>
    </message>
    <message>
        <source>span that does not begin and end with spaCy&apos;s tokens</source>
        <translation>sınırları spaCy&apos;nin sözcük birimlerine uymayan aralık</translation>
    </message>
    <message>
        <source>span that begins or ends inside a word (written as whole words)</source>
        <translation>bir sözcüğün içinde başlayan ya da biten aralık (bütün sözcük olarak yazıldı)</translation>
    </message>
    <message>
        <source>{count} {kind}: {examples}. {todo}</source>
        <translation>{count} {kind}: {examples}. {todo}</translation>
    </message>
    <message>
        <source>Mark as done what was read to its end, several at once in the list of articles; or take only what is done, under States</source>
        <translation>Sonuna kadar okunanları bitti olarak işaretleyin (haber listesinde birkaçını birden); ya da Durumlar altında yalnız bitmiş olanları alın</translation>
    </message>
    <message>
        <source>Mark as done what was read to its end, several at once in the list of articles; or choose “outside” for words outside spans in articles that are not done</source>
        <translation>Sonuna kadar okunanları bitti olarak işaretleyin (haber listesinde birden çoğunu birden); ya da bitmemiş haberlerde aralık dışındaki sözcükler için “dışarıda” seçin</translation>
    </message>
    <message>
        <source>{count} {kind}: {examples}</source>
        <translation>{count} {kind}: {examples}</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 haber</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} haber</translation>
    </message>
    <message>
        <source>articles about one happening, or of nearly one text, were kept together; groups: {groups}</source>
        <translation>aynı gerçekleşmeyi anlatan ya da metni neredeyse aynı olan haberler bir arada tutuldu; öbekler: {groups}</translation>
    </message>
    <message>
        <source>articles of {days} are in two parts: a boundary between them is within the day</source>
        <translation>{days} tarihli haberler iki bölümde: aralarındaki sınır günün içinden geçiyor</translation>
    </message>
    <message>
        <source>all {among} of the project were divided, whichever are exported: until articles, dates or happenings change, another export in the same parts with seed {seed} tests on nothing that this one trains on; of the {chosen} exported: {sizes}</source>
        <translation>hangileri dışa aktarılırsa aktarılsın projenin tamamı ({among}) bölündü: haberler, tarihler veya olaylar değişene kadar, aynı bölümlerle ve {seed} tohumuyla yapılan başka bir dışa aktarım bunun eğitildiği hiçbir şeyle sınamaz; dışa aktarılan {chosen} içinden: {sizes}</translation>
    </message>
    <message>
        <source>all {among} of the project were divided, whichever are exported: until articles, dates or happenings change, another export in the same parts by date tests on nothing that this one trains on; of the {chosen} exported: {sizes}</source>
        <translation>hangileri dışa aktarılırsa aktarılsın projenin tamamı ({among}) bölündü: haberler, tarihler veya olaylar değişene kadar, aynı bölümlerle tarihe göre yapılan başka bir dışa aktarım bunun eğitildiği hiçbir şeyle sınamaz; dışa aktarılan {chosen} içinden: {sizes}</translation>
    </message>
    <message>
        <source>no article that is exported has a publication date: there is nothing to divide by; give them their dates first, or divide by lot</source>
        <translation>dışa aktarılan hiçbir haberin yayın tarihi yok: bölmeye esas olacak bir şey yok; önce tarihlerini verin ya da rastgele bölün</translation>
    </message>
    <message>
        <source>1 article has no publication date to be divided by ({where}); give it its date first, or divide by lot</source>
        <translation>1 haberin bölmeye esas olacak yayın tarihi yok ({where}); önce tarihini verin ya da rastgele bölün</translation>
    </message>
    <message>
        <source>{count} articles have no publication date to be divided by ({where}); give them their dates first, or divide by lot</source>
        <translation>{count} haberin bölmeye esas olacak yayın tarihi yok ({where}); önce tarihlerini verin ya da rastgele bölün</translation>
    </message>
    <message>
        <source>no manifest tells of the parts of an earlier export that lie here: what of them is in another part now cannot be told; this export writes one, so that the next can tell it</source>
        <translation>burada duran, önceki bir dışa aktarımın bölümlerini hiçbir içerik dökümü anlatmıyor: onlardan nelerin şimdi başka bir bölümde olduğu söylenemez; bu dışa aktarım bir tane yazar, böylece bir sonraki bunu söyleyebilir</translation>
    </message>
    <message>
        <source>1 article that the export before this one had in another part ({where}) is in {part} now: a model trained on that has seen what others were measured on; compare them on texts that none was trained on, or choose another name to keep both</source>
        <translation>önceki dışa aktarımda başka bir bölümde olan 1 haber ({where}) şimdi {part} bölümünde: onunla eğitilen bir model, ötekilerin ölçüldüğü metni görmüştür; modelleri hiçbirinin eğitilmediği metinlerle karşılaştırın ya da ikisini de saklamak için başka bir ad seçin</translation>
    </message>
    <message>
        <source>{articles} that the export before this one had in other parts ({where}) are in {part} now: a model trained on that has seen what others were measured on; compare them on texts that none was trained on, or choose another name to keep both</source>
        <translation>önceki dışa aktarımda başka bölümlerde olan {articles} ({where}) şimdi {part} bölümünde: onunla eğitilen bir model, ötekilerin ölçüldüğü metinleri görmüştür; modelleri hiçbirinin eğitilmediği metinlerle karşılaştırın ya da ikisini de saklamak için başka bir ad seçin</translation>
    </message>
    <message>
        <source>1 article that {part} of the export before this one had is in another part now ({where}): a model trained on that has seen it; train anew, or choose another name to keep both</source>
        <translation>önceki dışa aktarımda {part} bölümünde olan 1 haber şimdi başka bir bölümde ({where}): onunla eğitilen bir model onu görmüştür; yeniden eğitin ya da ikisini de saklamak için başka bir ad seçin</translation>
    </message>
    <message>
        <source>{articles} that {part} of the export before this one had are in other parts now ({where}): a model trained on that has seen them; train anew, or choose another name to keep both</source>
        <translation>önceki dışa aktarımda {part} bölümünde olan {articles} şimdi başka bölümlerde ({where}): onunla eğitilen bir model bunları görmüştür; yeniden eğitin ya da ikisini de saklamak için başka bir ad seçin</translation>
    </message>
    <message>
        <source>1 article is in another part than in the export before this one ({where}): what is measured on these parts now is measured on other texts; measure anew what is compared</source>
        <translation>1 haber önceki dışa aktarımdakinden başka bir bölümde ({where}): bu bölümlerle artık başka metinler üzerinde ölçülüyor; karşılaştırılacakları yeniden ölçün</translation>
    </message>
    <message>
        <source>{articles} are in other parts than in the export before this one ({where}): what is measured on these parts now is measured on other texts; measure anew what is compared</source>
        <translation>{articles} önceki dışa aktarımdakinden başka bölümlerde ({where}): bu bölümlerle artık başka metinler üzerinde ölçülüyor; karşılaştırılacakları yeniden ölçün</translation>
    </message>
    <message>
        <source>{split} are parts of {whole}, not of 100: {shares}</source>
        <translation>{split} toplamı 100 değil {whole}: {shares}</translation>
    </message>
    <message>
        <source>{articles} that belong together make 1 group, and a part needs one</source>
        <translation>birbirine ait {articles} 1 öbek ediyor, oysa her bölüme bir öbek gerek</translation>
    </message>
    <message>
        <source>{articles} that belong together make {groups} groups, and a part needs one</source>
        <translation>birbirine ait {articles} {groups} öbek ediyor, oysa her bölüme bir öbek gerek</translation>
    </message>
    <message>
        <source>choose more articles or fewer parts</source>
        <translation>daha çok haber ya da daha az bölüm seçin</translation>
    </message>
    <message>
        <source>there are too few, {articles}</source>
        <translation>çok az haber var ({articles})</translation>
    </message>
    <message>
        <source>there are too few, {articles} of the {among} that were divided</source>
        <translation>çok az haber var (bölünen {among} haberden {articles})</translation>
    </message>
    <message>
        <source>give the articles without a date theirs, or divide by lot</source>
        <translation>tarihi olmayan haberlere tarihlerini verin ya da rastgele bölün</translation>
    </message>
    <message>
        <source>choose more articles, larger parts, or a division by lot</source>
        <translation>daha çok haber, daha büyük bölümler ya da rastgele bölmeyi seçin</translation>
    </message>
    <message>
        <source>choose more articles, larger parts, or another seed</source>
        <translation>daha çok haber, daha büyük bölümler ya da başka bir tohum seçin</translation>
    </message>
    <message>
        <source>nothing is left for {parts}: {why}; {todo}</source>
        <translation>{parts} boş kalıyor: {why}; {todo}</translation>
    </message>
    <message>
        <source>arguments whose filler has a label that was not asked for</source>
        <translation>dolduranının etiketi istenmemiş ögeler</translation>
    </message>
    <message>
        <source>relations with an end whose label was not asked for</source>
        <translation>bir ucunun etiketi istenmemiş ilişkiler</translation>
    </message>
    <message>
        <source>no article is as was asked for (states, annotators): what was written is empty</source>
        <translation>istenene uyan haber yok (durumlar, işaretleyiciler): yazılan boş</translation>
    </message>
    <message>
        <source>{silent} of {chosen} made no record</source>
        <translation>{chosen} içinden {silent} tanesi kayıt oluşturmadı</translation>
    </message>
    <message>
        <source>relations are written with both their ends: ask for the ends&apos; labels or layers, too</source>
        <translation>ilişkiler iki ucuyla birlikte yazılır: uçların etiketlerini ya da katmanlarını da isteyin</translation>
    </message>
    <message>
        <source>no annotation has the labels asked for: the texts were written without any</source>
        <translation>istenen etiketlerde işaretleme yok: metinler işaretlemesiz yazıldı</translation>
    </message>
    <message>
        <source>not written, without a record: {files}; name only the other parts where they are read</source>
        <translation>kaydı olmadığından yazılmadı: {files}; okunacakları yerde yalnızca öbür bölümleri adlandırın</translation>
    </message>
    <message>
        <source>removed {files}, of an earlier export</source>
        <translation>önceki bir dışa aktarımdan kalan {files} kaldırıldı</translation>
    </message>
    <message>
        <source>left as it is, since no export wrote it so: {files}; who reads all parts reads it, too</source>
        <translation>hiçbir dışa aktarım böyle yazmadığı için olduğu gibi bırakıldı: {files}; tüm bölümleri okuyan bunu da okur</translation>
    </message>
    <message>
        <source>{files} could not be removed: not as the earlier export wrote it</source>
        <translation>{files} kaldırılamadı: önceki dışa aktarımın yazdığı gibi değil</translation>
    </message>
    <message>
        <source>{file} is of an earlier export</source>
        <translation>{file} önceki bir dışa aktarımdan</translation>
    </message>
    <message>
        <source>is CoNLL-2012 (OntoNotes), whose columns of trees and brackets are not read</source>
        <translation>CoNLL-2012 (OntoNotes) biçiminde; ağaç ve ayraç sütunları okunmuyor</translation>
    </message>
    <message>
        <source>Write its words (column 4) and named entities (column 11) as lines such as: Ankara B-GPE</source>
        <translation>Sözcüklerini (4. sütun) ve adlandırılmış varlıklarını (11. sütun) şöyle satırlar olarak yazın: Ankara B-GPE</translation>
    </message>
    <message>
        <source>has words, tags and the rest between |, where columns parted by spaces or tabs were expected</source>
        <translation>sözcükleri, etiketleri ve gerisini | ile ayırıyor; boşluk ya da sekmeyle ayrılmış sütunlar bekleniyordu</translation>
    </message>
    <message>
        <source>Write each word and its tag on a line of their own, such as: Ankara B-LOC</source>
        <translation>Her sözcüğü etiketiyle ayrı bir satıra yazın, örneğin: Ankara B-LOC</translation>
    </message>
    <message>
        <source>{articles} {why}</source>
        <translation>{why} {articles}</translation>
    </message>
    <message>
        <source>{count} of {name}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>{count} of others</source>
        <translation>ötekiler: {count}</translation>
    </message>
    <message>
        <source>{count} labelled {name}</source>
        <translation>{name} etiketli {count}</translation>
    </message>
    <message>
        <source>{count} with other labels</source>
        <translation>öteki etiketlerle {count}</translation>
    </message>
    <message>
        <source>{count} in boilerplate</source>
        <translation>kalıp metin içinde {count}</translation>
    </message>
    <message>
        <source>left out: {these}</source>
        <translation>dışarıda kalan: {these}</translation>
    </message>
    <message>
        <source>annotations left out: {these}</source>
        <translation>dışarıda kalan işaretlemeler: {these}</translation>
    </message>
    <message>
        <source>no adjudicator has decided</source>
        <translation>hakemin karar vermediği</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>reddedilen</translation>
    </message>
    <message>
        <source>superseded by a newer version</source>
        <translation>yerine daha yeni sürümü gelen</translation>
    </message>
    <message>
        <source>marked as skipped</source>
        <translation>atlandı olarak işaretlenen</translation>
    </message>
    <message>
        <source>in another state</source>
        <translation>başka durumda olan</translation>
    </message>
    <message>
        <source>still new</source>
        <translation>hâlâ yeni olan</translation>
    </message>
    <message>
        <source>only others have worked on</source>
        <translation>yalnız başkalarının çalıştığı</translation>
    </message>
    <message>
        <source>only models have tagged</source>
        <translation>yalnız modellerin işaretlediği</translation>
    </message>
    <message>
        <source>nobody has worked on</source>
        <translation>kimsenin çalışmadığı</translation>
    </message>
    <message>
        <source>control characters and white space at the edges of facts</source>
        <translation>künye bilgilerindeki denetim karakterleri ve uçlarındaki boşluklar</translation>
    </message>
    <message>
        <source>further columns whose names a table cannot hold</source>
        <translation>adları bir tabloya yazılamayan ek sütunlar</translation>
    </message>
    <message>
        <source>has no column file</source>
        <translation>file sütunu yok</translation>
    </message>
    <message>
        <source>cannot be read: {what}</source>
        <translation>okunamıyor: {what}</translation>
    </message>
    <message>
        <source>Offsets count characters, line ends included: the text must be as it was when annotated</source>
        <translation>Konumlar satır sonları dahil karakterleri sayar: metin işaretlendiği zamanki gibi olmalı</translation>
    </message>
    <message>
        <source>the id is there twice</source>
        <translation>kimlik iki kez var</translation>
    </message>
    <message>
        <source>Give each line its own id</source>
        <translation>Her satıra kendi kimliğini verin</translation>
    </message>
    <message>
        <source>Give both the same type</source>
        <translation>İkisine de aynı türü verin</translation>
    </message>
    <message>
        <source>Expected {&quot;record&quot;:&quot;project&quot;,&quot;format&quot;:&quot;dateline&quot;,…}</source>
        <translation>Beklenen: {&quot;record&quot;:&quot;project&quot;,&quot;format&quot;:&quot;dateline&quot;,…}</translation>
    </message>
    <message>
        <source>Install the newer Dateline, or export again from it</source>
        <translation>Yeni Dateline sürümünü kurun ya da ondan yeniden dışa aktarın</translation>
    </message>
    <message>
        <source>is {kind}, not an object or null</source>
        <translation>{kind}; nesne ya da null değil</translation>
    </message>
    <message>
        <source>holds a list or an object where a text was expected</source>
        <translation>metin beklenen yerde liste ya da nesne var</translation>
    </message>
    <message>
        <source>{published} is not a date such as 2018-04-19</source>
        <translation>{published}, 2018-04-19 gibi bir tarih değil</translation>
    </message>
    <message>
        <source>does not fit the text</source>
        <translation>metne uymuyor</translation>
    </message>
    <message>
        <source>{who} has other sentences of a document than {other}: they are an article of their own</source>
        <translation>{who} bir belgenin {other} adlı kişininkinden başka cümlelerini işaretlemiş: bunlar ayrı bir haber olur</translation>
    </message>
    <message>
        <source>Give each annotator all sentences of a document, with or without annotations: then it is one article</source>
        <translation>Her işaretleyiciye belgenin bütün cümlelerini verin, işaretlemesi olsun olmasın: o zaman tek haber olur</translation>
    </message>
    <message>
        <source>a sentence of a document is there twice under one id, and so it is in the text</source>
        <translation>belgenin bir cümlesi aynı kimlikle iki kez var, bu yüzden metinde de iki kez duruyor</translation>
    </message>
    <message>
        <source>Where two people annotated it, name each in a field annotator</source>
        <translation>İki kişi işaretlediyse her birini annotator alanında adıyla belirtin</translation>
    </message>
    <message>
        <source>are empty</source>
        <translation>boş</translation>
    </message>
    <message>
        <source>hold an empty text</source>
        <translation>boş bir metin içeriyor</translation>
    </message>
    <message>
        <source>has {count} ends, not two</source>
        <translation>iki değil {count} ucu var</translation>
    </message>
    <message>
        <source>missing: an object with start and end was expected</source>
        <translation>eksik: start ve end içeren bir nesne beklenirdi</translation>
    </message>
    <message>
        <source>{id} is the id of no entity of this sentence</source>
        <translation>{id} bu cümlenin hiçbir varlığının kimliği değil</translation>
    </message>
    <message>
        <source>Offsets count tokens from 0; the end is not included</source>
        <translation>Konumlar sözcük birimlerini 0&apos;dan sayar; son dahil değildir</translation>
    </message>
    <message>
        <source>is a yes-or-no answer about a span: the text comes in as started, with the spans that were accepted; nobody said what else is in it, and what was rejected is left out; so do further ones</source>
        <translation>bir aralık hakkında evet/hayır yanıtıdır: metin, kabul edilen aralıklarla, başlanmış olarak gelir; içinde başka ne olduğunu kimse söylememiştir, reddedilenler dışarıda bırakılır; sonrakiler için de öyledir</translation>
    </message>
    <message>
        <source>is an answer about a whole text (classification): the text comes in as new, without annotations; its categories are kept in columns named after the answer, such as accept and reject; so do further ones</source>
        <translation>bütün bir metin hakkında yanıttır (sınıflandırma): metin, işaretsiz, yeni olarak gelir; kategorileri, accept ve reject gibi yanıtın adını taşıyan sütunlarda saklanır; sonrakiler için de öyledir</translation>
    </message>
    <message>
        <source>is {answer}, expected accept, reject or ignore</source>
        <translation>{answer}; accept, reject ya da ignore beklenirdi</translation>
    </message>
    <message>
        <source>{number} is the number of no token of this record</source>
        <translation>{number} bu kaydın hiçbir sözcük biriminin numarası değil</translation>
    </message>
    <message>
        <source>has no begin or end</source>
        <translation>begin ya da end yok</translation>
    </message>
    <message>
        <source>If each file is an annotator&apos;s, lay them in folders annotation/TEXT/ANNOTATOR as INCEpTION does and import the folder that annotation is in, or import each by itself with its Annotator</source>
        <translation>Her dosya bir işaretleyicininse, onları INCEpTION gibi annotation/METİN/İŞARETLEYİCİ klasörlerine koyup annotation klasörünü içeren klasörü içe aktarın ya da her birini kendi İşaretleyicisiyle ayrı ayrı içe aktarın</translation>
    </message>
    <message>
        <source>is no JSON that can be read: {error}</source>
        <translation>okunabilir bir JSON değil: {error}</translation>
    </message>
    <message>
        <source>does not say what stands between its sentences: the text was made of them, with line ends there; so were further ones. A project export of INCEpTION has the texts, and a text that is here already is joined</source>
        <translation>cümleleri arasında ne olduğunu söylemiyor: metin onlardan, aralarına satır sonları konarak kuruldu; sonrakiler de öyle. INCEpTION proje dışa aktarımında metinler vardır; burada zaten bulunan bir metne katılınır</translation>
    </message>
    <message>
        <source>Say under Columns… which line holds the names of the columns</source>
        <translation>Sütun adlarının hangi satırda olduğunu Sütunlar… altında belirtin</translation>
    </message>
    <message>
        <source>{given} is not the number of a line</source>
        <translation>{given} bir satır numarası değil</translation>
    </message>
    <message>
        <source>names of columns are looked for in the first {count} lines</source>
        <translation>sütun adları ilk {count} satırda aranır</translation>
    </message>
    <message>
        <source>line {line} is blank or beyond the table&apos;s end</source>
        <translation>{line}. satır boş ya da tablonun sonundan sonra</translation>
    </message>
    <message>
        <source>Choose {unit} under Offsets count</source>
        <translation>Konum birimi altında {unit} seçin</translation>
    </message>
    <message>
        <source>is no list of a text and an object with entities, which are [start, end, label]</source>
        <translation>bir metin ile varlıklar nesnesinden oluşan bir liste değil; varlıklar [başlangıç, son, etiket] olmalı</translation>
    </message>
    <message>
        <source>a text without annotations (null) comes in as new</source>
        <translation>işaretsiz metin (null) yeni olarak gelir</translation>
    </message>
    <message>
        <source>Texts with their entities as spaCy 2 was trained with: one list, or one record a line.</source>
        <translation>Varlıklarıyla metinler, spaCy 2&apos;nin eğitildiği biçimde: tek liste ya da satır başına bir kayıt.</translation>
    </message>
    <message>
        <source>is no longer in its archive</source>
        <translation>artık arşivinde değil</translation>
    </message>
    <message>
        <source>Import it again</source>
        <translation>Yeniden içe aktarın</translation>
    </message>
    <message>
        <source>holds a file in {depth} folders, one in another</source>
        <translation>iç içe {depth} klasörün içinde bir dosya barındırıyor</translation>
    </message>
    <message>
        <source>Writing what was read into the project</source>
        <translation>Okunanlar projeye yazılıyor</translation>
    </message>
    <message>
        <source>Making a copy of the project to try it on</source>
        <translation>Denemek için projenin bir kopyası çıkarılıyor</translation>
    </message>
    <message>
        <source>Counting what would come</source>
        <translation>Nelerin geleceği sayılıyor</translation>
    </message>
    <message>
        <source>has texts of the same names in several folders ({names}), which are not taken for annotators: no more than half of these texts are the same</source>
        <translation>aynı adlı metinler birkaç klasörde var ({names}); bunlar işaretleyenlerin klasörleri sayılmadı: bu metinlerin en çok yarısı aynı</translation>
    </message>
    <message>
        <source>If the folders are annotators&apos;, import each by itself, with its name under Annotator</source>
        <translation>Klasörler işaretleyenlere aitse her birini ayrı ayrı, İşaretleyen altında adıyla içe aktarın</translation>
    </message>
    <message>
        <source>relations ({count})</source>
        <translation>ilişkiler ({count})</translation>
    </message>
    <message>
        <source>roles ({count})</source>
        <translation>roller ({count})</translation>
    </message>
    <message>
        <source>attributes ({count})</source>
        <translation>öznitelikler ({count})</translation>
    </message>
    <message>
        <source>notes ({count})</source>
        <translation>notlar ({count})</translation>
    </message>
    <message>
        <source>“{one}” – {label} → “{other}”</source>
        <translation>“{one}” – {label} → “{other}”</translation>
    </message>
    <message>
        <source>{label} of “{one}”</source>
        <translation>{label}: “{one}”</translation>
    </message>
    <message>
        <source>the note “{label}”</source>
        <translation>“{label}” notu</translation>
    </message>
    <message>
        <source>{what} in {article}</source>
        <translation>{article} içinde {what}</translation>
    </message>
    <message>
        <source>{come} beside {here} in {article}</source>
        <translation>{article} içinde {here} yanında {come}</translation>
    </message>
    <message>
        <source>title: {there} in {source}, {here} here, which stays</source>
        <translation>başlık: {source} içinde {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>publication date: {there} in {source}, {here} here, which stays</source>
        <translation>yayın tarihi: {source} içinde {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>source: {there} in {source}, {here} here, which stays</source>
        <translation>kaynak: {source} içinde {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>address: {there} in {source}, {here} here, which stays</source>
        <translation>adres: {source} içinde {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>language: {there} in {source}, {here} here, which stays</source>
        <translation>dil: {source} içinde {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>note: {there} in {source}, {here} here, which stays</source>
        <translation>not: {source} içinde {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>title</source>
        <translation>başlık</translation>
    </message>
    <message>
        <source>publication date</source>
        <translation>yayın tarihi</translation>
    </message>
    <message>
        <source>source</source>
        <translation>kaynak</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>language</source>
        <translation>dil</translation>
    </message>
    <message>
        <source>note</source>
        <translation>not</translation>
    </message>
    <message>
        <source>column {column}</source>
        <translation>{column} sütunu</translation>
    </message>
    <message>
        <source>column {column}: {there} in {source}, {here} here, which stays</source>
        <translation>{column} sütunu: {source} içinde {there}, burada {here}; buradaki kalıyor</translation>
    </message>
    <message>
        <source>Change it under Properties if what comes is right</source>
        <translation>Gelen doğruysa Özellikler&apos;de değiştirin</translation>
    </message>
    <message>
        <source>articles that are here lack the column {column}; it is left out, as it may be of the annotations</source>
        <translation>buradaki haberlerde {column} sütunu yok; işaretlemelerle ilgili olabileceği için alınmıyor</translation>
    </message>
    <message>
        <source>If it is of the articles, import it once more as a table or records without annotations</source>
        <translation>Haberlerle ilgiliyse, işaretleme içermeyen bir tablo veya kayıtlar olarak yeniden içe aktarın</translation>
    </message>
    <message>
        <source>is in the project beside {name}, which it nearly repeats, and takes its place now, with its annotations</source>
        <translation>projede neredeyse aynısı olan {name} yanında duruyor; şimdi etiketlemeleriyle birlikte onun yerine geçiyor</translation>
    </message>
    <message>
        <source>is in the project beside {name}, which it nearly repeats, and is worked on there: nothing moves to it</source>
        <translation>projede neredeyse aynısı olan {name} yanında duruyor ve üzerinde çalışılmış: ona hiçbir şey taşınmıyor</translation>
    </message>
    <message>
        <source>If nothing in it is worth keeping, remove it from the project and import it again</source>
        <translation>İçinde saklanacak bir şey yoksa projeden kaldırıp yeniden içe aktarın</translation>
    </message>
    <message>
        <source>is in the project beside {name}, which it nearly repeats, and takes its place now</source>
        <translation>projede, neredeyse aynısı olan {name} yanında duruyor ve şimdi onun yerine geçiyor</translation>
    </message>
    <message>
        <source>is in the project beside {name}, which it nearly repeats, and so is {newer}, which is newer and takes its place: nothing moves to this one</source>
        <translation>projede, neredeyse aynısı olan {name} yanında duruyor; daha yeni olan {newer} da öyle ve onun yerine o geçiyor: buna hiçbir şey taşınmıyor</translation>
    </message>
    <message>
        <source>is in the project beside {name}, which it nearly repeats and which this import has, too: nothing moves to it</source>
        <translation>projede, neredeyse aynısı olan ve bu aktarımda da bulunan {name} yanında duruyor: ona hiçbir şey taşınmıyor</translation>
    </message>
    <message>
        <source>If it is the newer version, import it alone</source>
        <translation>Yeni sürüm buysa onu tek başına içe aktarın</translation>
    </message>
    <message>
        <source>is in the project beside {name}, which it nearly repeats, and is a version of another article already: nothing moves to it</source>
        <translation>projede, neredeyse aynısı olan {name} yanında duruyor ve zaten başka bir haberin sürümü: ona hiçbir şey taşınmıyor</translation>
    </message>
    <message>
        <source>1 text in which every token is outside comes in as started, since its file is annotated</source>
        <translation>her sözcüğü etiket dışı olan 1 metin, dosyası etiketlenmiş olduğundan başlanmış olarak gelir</translation>
    </message>
    <message>
        <source>{count} texts in which every token is outside come in as started, since its file is annotated</source>
        <translation>her sözcüğü etiket dışı olan {count} metin, dosyası etiketlenmiş olduğundan başlanmış olarak gelir</translation>
    </message>
    <message>
        <source>If nobody has read them for this, mark them as new</source>
        <translation>Bunun için kimse okumadıysa yeni olarak işaretleyin</translation>
    </message>
    <message>
        <source>the field {column} differs between the answers about one text, which are one article, and is left out there</source>
        <translation>{column} alanı, tek haber sayılan bir metnin yanıtları arasında değişiyor; orada alınmıyor</translation>
    </message>
    <message>
        <source>the column {column} is an article&apos;s own and stays as it is; what was answered is kept in the column {aside}</source>
        <translation>{column} sütunu haberin kendisinindir ve olduğu gibi kalıyor; verilen yanıtlar {aside} sütununda tutuluyor</translation>
    </message>
    <message>
        <source>looks like {title}, and not like the text of an article</source>
        <translation>{title} gibi görünüyor; bir haber metni gibi değil</translation>
    </message>
    <message>
        <source>Import it by itself; if it is a text all the same, choose Texts and web pages under Format</source>
        <translation>Onu tek başına içe aktarın; yine de bir metinse Biçim altında “Texts and web pages”i seçin</translation>
    </message>
    <message>
        <source>ends without a line end: it may have been cut off, and what came behind be missing</source>
        <translation>satır sonu olmadan bitiyor: kesilmiş, gerisi eksik olabilir</translation>
    </message>
    <message>
        <source>ends behind a comment, without the words of its sentence: it may have been cut off there</source>
        <translation>bir yorumdan sonra, cümlesinin sözcükleri olmadan bitiyor: orada kesilmiş olabilir</translation>
    </message>
    <message>
        <source>ends without the blank line that stands behind each sentence: it may have been cut off there</source>
        <translation>her cümlenin ardında duran boş satır olmadan bitiyor: orada kesilmiş olabilir</translation>
    </message>
    <message>
        <source>Compare its end with the original, or copy or export it again</source>
        <translation>Sonunu özgün dosyayla karşılaştırın ya da yeniden kopyalayın veya dışa aktarın</translation>
    </message>
    <message>
        <source>the sheet {name} is read; the sheets {others}, whose column names files too, are left out</source>
        <translation>{name} sayfası okunuyor; bir sütunu yine dosya adlandıran {others} sayfaları dışarıda bırakılıyor</translation>
    </message>
    <message>
        <source>Put them in one sheet, or save each as a table of its own and import its files with it</source>
        <translation>Onları tek sayfada birleştirin ya da her birini ayrı bir tablo olarak kaydedip dosyalarını onunla içe aktarın</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>bir web sayfası</translation>
    </message>
    <message>
        <source>is {what}, and not what its name says ({suffix})</source>
        <translation>{what}: adının söylediği ({suffix}) değil</translation>
    </message>
    <message>
        <source>looks like {what}, and not like what its name says ({suffix})</source>
        <translation>şuna benziyor: {what}; adının söylediğine ({suffix}) benzemiyor</translation>
    </message>
    <message>
        <source>Rename it to {name}, and import that</source>
        <translation>Adını {name} yapın ve onu içe aktarın</translation>
    </message>
    <message>
        <source>Rename it to {name}, and import that; or choose what it is under Format</source>
        <translation>Adını {name} yapın ve onu içe aktarın; ya da ne olduğunu Biçim altında seçin</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>bir tablo</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>düz metin</translation>
    </message>
    <message>
        <source>cannot be written over: it is {held}, and this export would be {chosen}</source>
        <translation>üzerine yazılamaz: biçimi {held}, bu dışa aktarma ise {chosen} olurdu</translation>
    </message>
    <message>
        <source>is {held}, as {manifest} beside it says, which this export as {chosen} would write over</source>
        <translation>biçimi {held}, yanındaki {manifest} öyle diyor; {chosen} olarak bu dışa aktarma onun üzerine yazardı</translation>
    </message>
    <message>
        <source>Choose another name, or remove first what is there</source>
        <translation>Başka bir ad seçin ya da önce oradakini kaldırın</translation>
    </message>
    <message>
        <source>{file} ends as {others} does, and is written as {chosen}</source>
        <translation>{file}, {others} gibi bitiyor ama {chosen} olarak yazılıyor</translation>
    </message>
    <message>
        <source>holds an archive that was passed over, and may hold articles or annotations: {names}</source>
        <translation>atlanan bir arşiv içeriyor; onda haberler ya da işaretlemeler olabilir: {names}</translation>
    </message>
    <message>
        <source>holds {count} archives that were passed over, and may hold articles or annotations: {names}</source>
        <translation>atlanan {count} arşiv içeriyor; onlarda haberler ya da işaretlemeler olabilir: {names}</translation>
    </message>
    <message>
        <source>Unpack it and import what is in it, or import it by itself</source>
        <translation>Paketini açıp içindekini içe aktarın ya da onu tek başına içe aktarın</translation>
    </message>
    <message>
        <source>Unpack them and import what is in them, or import each by itself</source>
        <translation>Paketlerini açıp içindekileri içe aktarın ya da her birini tek başına içe aktarın</translation>
    </message>
    <message>
        <source>{what} is not understood and passed over: expected a line such as {expected}</source>
        <translation>{what} anlaşılmadı ve atlandı: beklenen satır örneği: {expected}</translation>
    </message>
    <message>
        <source>{key} is there twice; the first counts</source>
        <translation>{key} iki kez var; ilki geçerli</translation>
    </message>
    <message>
        <source>the name {name} has spaces, which brat does not allow; it is read as one name</source>
        <translation>{name} adında boşluk var, brat buna izin vermez; tek bir ad olarak okundu</translation>
    </message>
    <message>
        <source>{what} is passed over: no section of [entities], [relations], [events] and [attributes] begins above</source>
        <translation>{what} atlandı: yukarısında [entities], [relations], [events] ya da [attributes] bölümü başlamıyor</translation>
    </message>
    <message>
        <source>[{name}] is none of [entities], [relations], [events] and [attributes]: what it holds is left out</source>
        <translation>[{name}], [entities], [relations], [events] ve [attributes] bölümlerinden biri değil: içindekiler dışarıda bırakıldı</translation>
    </message>
    <message>
        <source>grows beyond {most} characters by its macros and is passed over</source>
        <translation>makrolarıyla {most} karakteri aşıyor ve atlandı</translation>
    </message>
    <message>
        <source>articles that are boilerplate throughout</source>
        <translation>baştan sona kalıp metin olan haberler</translation>
    </message>
    <message>
        <source>byte order marks at the begin of a text</source>
        <translation>metin başındaki bayt sırası işaretleri</translation>
    </message>
    <message>
        <source>references brat cannot write</source>
        <translation>brat&apos;ın yazamadığı başvurular</translation>
    </message>
    <message>
        <source>spans of nothing but line ends</source>
        <translation>yalnız satır sonlarından oluşan aralıklar</translation>
    </message>
    <message>
        <source>line ends at the edges of spans</source>
        <translation>aralıkların uçlarındaki satır sonları</translation>
    </message>
    <message>
        <source>spans in parts with only line ends between them</source>
        <translation>parçaları arasında yalnız satır sonları olan aralıklar</translation>
    </message>
    <message>
        <source>links to spans of nothing but line ends</source>
        <translation>yalnız satır sonlarından oluşan aralıklara bağlantılar</translation>
    </message>
    <message>
        <source>line ends, tabs and empty values of attributes</source>
        <translation>özniteliklerdeki satır sonları, sekmeler ve boş değerler</translation>
    </message>
    <message>
        <source>comments on articles</source>
        <translation>haberlere yazılmış yorumlar</translation>
    </message>
    <message>
        <source>line ends and tabs in comments</source>
        <translation>yorumlardaki satır sonları ve sekmeler</translation>
    </message>
    <message>
        <source>when comments were made</source>
        <translation>yorumların ne zaman yazıldığı</translation>
    </message>
    <message>
        <source>spans without a word</source>
        <translation>içinde sözcük olmayan aralıklar</translation>
    </message>
    <message>
        <source>spans that go beyond a sentence</source>
        <translation>bir cümlenin dışına taşan aralıklar</translation>
    </message>
    <message>
        <source>discontinuous spans (written as the whole stretch)</source>
        <translation>parçalı aralıklar (baştan sona tek parça yazıldı)</translation>
    </message>
    <message>
        <source>white space in labels</source>
        <translation>etiketlerdeki boşluklar</translation>
    </message>
    <message>
        <source>nested and overlapping spans (the longest is written)</source>
        <translation>iç içe ve çakışan aralıklar (en uzunu yazıldı)</translation>
    </message>
    <message>
        <source>articles without a word</source>
        <translation>içinde sözcük olmayan haberler</translation>
    </message>
    <message>
        <source>spans that overlap others</source>
        <translation>başkalarıyla çakışan aralıklar</translation>
    </message>
    <message>
        <source>what comments are about, and when they were made</source>
        <translation>yorumların ne hakkında olduğu ve ne zaman yazıldığı</translation>
    </message>
    <message>
        <source>roles named like a relation (read back as relations)</source>
        <translation>bir ilişkiyle aynı adı taşıyan roller (geri okununca ilişki olur)</translation>
    </message>
    <message>
        <source>spans that overlap others (in spans, not in ner_tags)</source>
        <translation>başkalarıyla çakışan aralıklar (spans içinde var, ner_tags içinde yok)</translation>
    </message>
    <message>
        <source>tags of labels that the schema does not have (in spans)</source>
        <translation>şemada olmayan etiketler (spans içinde)</translation>
    </message>
    <message>
        <source>further columns that are named like a fact</source>
        <translation>bir künye bilgisiyle aynı adı taşıyan ek sütunlar</translation>
    </message>
    <message>
        <source>states of models&apos; annotations</source>
        <translation>modellerin işaretlemelerinin durumları</translation>
    </message>
    <message>
        <source>attributes named like a part of the configuration</source>
        <translation>yapılandırmanın bir parçasıyla aynı adı taşıyan öznitelikler</translation>
    </message>
    <message>
        <source>arguments filled by events</source>
        <translation>olayların doldurduğu ögeler</translation>
    </message>
    <message>
        <source>links to spans without a word</source>
        <translation>içinde sözcük olmayan aralıklara bağlantılar</translation>
    </message>
    <message>
        <source>relations of events</source>
        <translation>olayların ilişkileri</translation>
    </message>
    <message>
        <source>tokens of spans that do not begin and end with a word</source>
        <translation>bir sözcükle başlayıp bitmeyen aralıkların belirteçleri</translation>
    </message>
    <message>
        <source>discontinuous spans (written as the whole stretch, with their fragments)</source>
        <translation>parçalı aralıklar (baştan sona tek parça, parçalarıyla birlikte yazıldı)</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>anmalar</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>ilişkiler</translation>
    </message>
    <message>
        <source>times</source>
        <translation>zaman değerleri</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>ögeler</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>yorumlar</translation>
    </message>
    <message>
        <source>control characters (replaced by �)</source>
        <translation>denetim karakterleri (yerlerine � yazıldı)</translation>
    </message>
    <message>
        <source>articles&apos; source, address and language</source>
        <translation>haberlerin kaynağı, adresi ve dili</translation>
    </message>
    <message>
        <source>entities (TimeML has no tag for them)</source>
        <translation>varlıklar (TimeML&apos;de karşılıkları yok)</translation>
    </message>
    <message>
        <source>discontinuous spans</source>
        <translation>parçalı aralıklar</translation>
    </message>
    <message>
        <source>modifiers that TIMEX3 does not have</source>
        <translation>TIMEX3&apos;te olmayan belirteçler (mod)</translation>
    </message>
    <message>
        <source>values of times that TIMEX3 cannot hold</source>
        <translation>TIMEX3&apos;ün taşıyamadığı zaman değerleri</translation>
    </message>
    <message>
        <source>labels that TimeML does not have (written as its own)</source>
        <translation>TimeML&apos;de olmayan etiketler (TimeML&apos;inkilerle yazıldı)</translation>
    </message>
    <message>
        <source>relations that TimeML does not have</source>
        <translation>TimeML&apos;de olmayan ilişkiler</translation>
    </message>
    <message>
        <source>discontinuous spans (other tools see the whole stretch; the parts are in a feature)</source>
        <translation>parçalı aralıklar (başka araçlar tek parça görür; parçalar bir özellikte durur)</translation>
    </message>
    <message>
        <source>spans that hold no word</source>
        <translation>içinde sözcük olmayan aralıklar</translation>
    </message>
    <message>
        <source>white space before the first word (written as spaces)</source>
        <translation>ilk sözcükten önceki boşluklar (boşluk karakteri olarak yazıldı)</translation>
    </message>
    <message>
        <source>line ends in values (written as spaces)</source>
        <translation>değerlerdeki satır sonları (boşluk olarak yazıldı)</translation>
    </message>
    <message>
        <source>facts of articles</source>
        <translation>haberlerin künye bilgileri</translation>
    </message>
    <message>
        <source>articles&apos; notes and further columns</source>
        <translation>haberlerin notları ve ek sütunları</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>öznitelikler</translation>
    </message>
    <message>
        <source>links to entities</source>
        <translation>varlıklara bağlantılar</translation>
    </message>
    <message>
        <source>links to happenings</source>
        <translation>vakalara bağlantılar</translation>
    </message>
    <message>
        <source>dates of happenings</source>
        <translation>vakaların tarihleri</translation>
    </message>
    <message>
        <source>values of times</source>
        <translation>zaman ifadelerinin değerleri</translation>
    </message>
    <message>
        <source>arguments of events</source>
        <translation>olayların ögeleri</translation>
    </message>
    <message>
        <source>verified negatives</source>
        <translation>doğrulanmış olumsuzlar</translation>
    </message>
    <message>
        <source>boilerplate</source>
        <translation>kalıp metinler</translation>
    </message>
    <message>
        <source>states of articles</source>
        <translation>haberlerin durumları</translation>
    </message>
    <message>
        <source>annotators</source>
        <translation>işaretleyiciler</translation>
    </message>
    <message>
        <source>kinds of annotators</source>
        <translation>işaretleyicilerin türleri</translation>
    </message>
    <message>
        <source>files that texts were taken out of</source>
        <translation>metinlerin çıkarıldığı dosyalar</translation>
    </message>
    <message>
        <source>how times were dated</source>
        <translation>zaman ifadelerinin nasıl tarihlendiği</translation>
    </message>
    <message>
        <source>intervals that the values of times do not say</source>
        <translation>zaman değerlerinin söylemediği zaman aralıkları</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>varlıklar</translation>
    </message>
    <message>
        <source>aliases, notes and kinds of entities</source>
        <translation>varlıkların diğer adları, notları ve türleri</translation>
    </message>
    <message>
        <source>happenings</source>
        <translation>vakalar</translation>
    </message>
    <message>
        <source>notes, kinds and outside ids of happenings</source>
        <translation>vakaların notları, türleri ve dış kimlikleri</translation>
    </message>
    <message>
        <source>entities that no mention is linked to</source>
        <translation>hiçbir anmanın bağlı olmadığı varlıklar</translation>
    </message>
    <message>
        <source>happenings that no mention is linked to</source>
        <translation>hiçbir anmanın bağlı olmadığı vakalar</translation>
    </message>
    <message>
        <source>comments on texts that were left out</source>
        <translation>dışarıda bırakılan metinlere yazılmış yorumlar</translation>
    </message>
    <message>
        <source>spans in boilerplate</source>
        <translation>kalıp metin içindeki aralıklar</translation>
    </message>
    <message>
        <source>verified negatives in boilerplate</source>
        <translation>kalıp metin içindeki doğrulanmış olumsuzlar</translation>
    </message>
    <message>
        <source>arguments in boilerplate</source>
        <translation>kalıp metin içindeki ögeler</translation>
    </message>
    <message>
        <source>relations in boilerplate</source>
        <translation>kalıp metin içindeki ilişkiler</translation>
    </message>
    <message>
        <source>comments in boilerplate</source>
        <translation>kalıp metin içindeki yorumlar</translation>
    </message>
    <message>
        <source>spans that begin between two sentences</source>
        <translation>iki cümle arasında başlayan aralıklar</translation>
    </message>
    <message>
        <source>arguments of spans that are in no sentence</source>
        <translation>hiçbir cümlede olmayan aralıkların ögeleri</translation>
    </message>
    <message>
        <source>arguments in another sentence than their event</source>
        <translation>olayından başka bir cümledeki ögeler</translation>
    </message>
    <message>
        <source>relations of spans that are in no sentence</source>
        <translation>hiçbir cümlede olmayan aralıkların ilişkileri</translation>
    </message>
    <message>
        <source>relations between two sentences</source>
        <translation>iki cümle arasındaki ilişkiler</translation>
    </message>
    <message>
        <source>at earlier imports another thing was chosen for {names} in each format of these sources</source>
        <translation>önceki aktarımlarda {names} için bu kaynakların her biçiminde başka bir şey seçildi</translation>
    </message>
    <message>
        <source>Choose what becomes of it in all of them, or import them one format at a time</source>
        <translation>Hepsinde ne olacağını seçin ya da biçimleri teker teker içe aktarın</translation>
    </message>
    <message>
        <source>the value {value} has no column</source>
        <translation>{value} değerinin sütunu yok</translation>
    </message>
    <message>
        <source>the column {name} is there twice</source>
        <translation>{name} sütunu iki kez var</translation>
    </message>
    <message>
        <source>{name} is no further column: it has a field of its own here</source>
        <translation>{name} başka bir sütun değil: burada kendi alanı var</translation>
    </message>
    <message>
        <source>{name} is no column for people: names that begin with _ are programs’ own</source>
        <translation>{name} kişilere ait bir sütun değil: _ ile başlayan adlar programlarındır</translation>
    </message>
    <message>
        <source>the field {name} is taken for whose the annotations are</source>
        <translation>{name} alanı, işaretlemelerin kime ait olduğu sayıldı</translation>
    </message>
    <message>
        <source>If it names nobody who annotated, call it otherwise in the file</source>
        <translation>İşaretleyen birinin adı değilse dosyada alana başka bir ad verin</translation>
    </message>
    <message>
        <source>perhaps the same work once more: all {count} annotations that come as {who}&apos;s to texts here are those of {others}</source>
        <translation>belki aynı çalışma bir kez daha: buradaki metinlere {who} adına gelen {count} işaretlemenin hepsi şu kişilerin adına var: {others}</translation>
    </message>
    <message>
        <source>perhaps the same work once more: {count} of {all} annotations that come as {who}&apos;s to texts here are those of {others}</source>
        <translation>belki aynı çalışma bir kez daha: buradaki metinlere {who} adına gelen {all} işaretlemenin {count} tanesi şu kişilerin adına var: {others}</translation>
    </message>
    <message>
        <source>If it is their work, leave it; if it was corrected, go back and import each one&apos;s records by themselves, with their name as the Annotator: what is there joins it</source>
        <translation>Bu onların çalışmasıysa içe aktarmayın; düzeltilmişse geri dönüp her birinin kayıtlarını ayrı ayrı, İşaretleyici olarak adıyla içe aktarın: orada olanlara katılır</translation>
    </message>
    <message>
        <source>no article is in this file. If it is a copy of a project that was being worked on, the work may lie in the -wal file beside that one: close the program and copy it again</source>
        <translation>bu dosyada haber yok. Üzerinde çalışılan bir projenin kopyasıysa çalışma yanındaki -wal dosyasında olabilir: programı kapatıp yeniden kopyalayın</translation>
    </message>
    <message>
        <source>the file: {fault}</source>
        <translation>dosya: {fault}</translation>
    </message>
    <message>
        <source>the schema: {problem}</source>
        <translation>şema: {problem}</translation>
    </message>
    <message>
        <source>the text does not match its SHA-256</source>
        <translation>metin SHA-256 özetiyle uyuşmuyor</translation>
    </message>
    <message>
        <source>time</source>
        <translation>zaman</translation>
    </message>
    <message>
        <source>event</source>
        <translation>olay</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>ilişki</translation>
    </message>
    <message>
        <source>a piece of boilerplate</source>
        <translation>kalıp metin parçası</translation>
    </message>
    <message>
        <source>a verified negative</source>
        <translation>doğrulanmış olumsuz</translation>
    </message>
    <message>
        <source>{label} covers only white space</source>
        <translation>{label} yalnızca boşluk kaplıyor</translation>
    </message>
    <message>
        <source>{what} at {begin}–{end} lies beyond the end of the text ({length})</source>
        <translation>{begin}–{end} konumundaki {what}, metnin sonunun ({length}) ötesinde</translation>
    </message>
    <message>
        <source>the label {label} is not in the schema</source>
        <translation>{label} etiketi şemada yok</translation>
    </message>
    <message>
        <source>{label} is a label of {layer}</source>
        <translation>{label} bir {layer} etiketi</translation>
    </message>
    <message>
        <source>{label} has no attribute {name}</source>
        <translation>{label} etiketinin {name} özniteliği yok</translation>
    </message>
    <message>
        <source>{value} is no value of {name}</source>
        <translation>{value}, {name} için bir değer değil</translation>
    </message>
    <message>
        <source>the relation {label} is not in the schema</source>
        <translation>{label} ilişkisi şemada yok</translation>
    </message>
    <message>
        <source>a date belongs to no time expression</source>
        <translation>bir tarih hiçbir zaman ifadesine ait değil</translation>
    </message>
    <message>
        <source>{label} has no value (“dateline redate” reads it from its words)</source>
        <translation>{label} için değer yok (“dateline redate” sözcüklerinden okur)</translation>
    </message>
    <message>
        <source>the relation {label} leads nowhere</source>
        <translation>{label} ilişkisi hiçbir yere götürmüyor</translation>
    </message>
    <message>
        <source>the role {role} belongs to no event</source>
        <translation>{role} rolü hiçbir olaya ait değil</translation>
    </message>
    <message>
        <source>the role {role} of {label} is filled by nothing</source>
        <translation>{label} olayının {role} rolünü dolduran bir şey yok</translation>
    </message>
    <message>
        <source>{label} has no role {role}</source>
        <translation>{label} olayının {role} rolü yok</translation>
    </message>
    <message>
        <source>Check that the whole file is JSON</source>
        <translation>Dosyanın tümünün JSON olduğunu denetleyin</translation>
    </message>
    <message>
        <source>It seems to be cut off: copy or export it again</source>
        <translation>Yarıda kesilmiş görünüyor: yeniden kopyalayın ya da dışa aktarın</translation>
    </message>
    <message>
        <source>a type has no name</source>
        <translation>bir türün adı yok</translation>
    </message>
    <message>
        <source>two types are called {name}</source>
        <translation>iki türün adı {name}</translation>
    </message>
    <message>
        <source>{name} has two roles called {role}</source>
        <translation>{name} türünde {role} adlı iki rol var</translation>
    </message>
    <message>
        <source>{name} has a role without a name</source>
        <translation>{name} türünde adsız bir rol var</translation>
    </message>
    <message>
        <source>{name} has an attribute without a name</source>
        <translation>{name} türünde adsız bir öznitelik var</translation>
    </message>
    <message>
        <source>the key of {name} must be one character, or two parted by a space, not {key}</source>
        <translation>{name} türünün tuşu tek bir karakter ya da boşlukla ayrılmış iki karakter olmalı, {key} olamaz</translation>
    </message>
    <message>
        <source>the keys of {name} ({key}) and {other} ({others}) collide</source>
        <translation>{name} ({key}) ile {other} ({others}) türlerinin tuşları çakışıyor</translation>
    </message>
    <message>
        <source>{date} is not a date on the calendar</source>
        <translation>{date} takvimde olmayan bir tarih</translation>
    </message>
    <message>
        <source>{date} is not a date that is understood; write it as 2018-04-19 or 2018-04-19T10:00</source>
        <translation>{date} anlaşılan bir tarih değil; 2018-04-19 ya da 2018-04-19T10:00 gibi yazın</translation>
    </message>
    <message>
        <source>{date} is no date that is written with the day first</source>
        <translation>{date} önce günü yazılan bir tarih değil</translation>
    </message>
    <message>
        <source>{date} is no date that is written with the month first</source>
        <translation>{date} önce ayı yazılan bir tarih değil</translation>
    </message>
    <message>
        <source>{date} can be read in two ways; write it as 2018-04-19, year first</source>
        <translation>{date} iki türlü okunabilir; yıl önce gelecek biçimde, 2018-04-19 gibi yazın</translation>
    </message>
    <message>
        <source>write it as 2018-04-19, 2018-04, 2018-05-14..15, &quot;19 Apr 2018&quot; or &quot;since 2011&quot;</source>
        <translation>2018-04-19, 2018-04, 2018-05-14..15, &quot;19 Nis 2018&quot; ya da &quot;2011 ve sonrası&quot; gibi yazın</translation>
    </message>
    <message>
        <source>{typed} is no date: {how}</source>
        <translation>{typed} bir tarih değil: {how}</translation>
    </message>
    <message>
        <source>{typed} can be {one} or {other}: write the one you mean</source>
        <translation>{typed} {one} ya da {other} olabilir: hangisini kastediyorsanız onu yazın</translation>
    </message>
    <message>
        <source>{typed}: write the year with four digits, as in 2018-05-14</source>
        <translation>{typed}: yılı 2018-05-14 örneğindeki gibi dört rakamla yazın</translation>
    </message>
    <message>
        <source>{typed} needs a publication date to count from: give the article one, or a full date</source>
        <translation>{typed} yayın tarihinden sayılır: habere yayın tarihi verin ya da tam bir tarih yazın</translation>
    </message>
    <message>
        <source>{typed} can be {one} or {other}: write the years you mean</source>
        <translation>{typed} {one} ya da {other} olabilir: kastettiğiniz yılları yazın</translation>
    </message>
    <message>
        <source>nothing was typed: {how}</source>
        <translation>hiçbir şey yazılmadı: {how}</translation>
    </message>
    <message>
        <source>{typed} ends before it begins: {how}</source>
        <translation>{typed} başlamadan bitiyor: {how}</translation>
    </message>
    <message>
        <source>{typed} is not a date that can be read: {how}</source>
        <translation>{typed} okunabilen bir tarih değil: {how}</translation>
    </message>
    <message>
        <source>{typed} names no day: {how}</source>
        <translation>{typed} gün söylemiyor: {how}</translation>
    </message>
    <message>
        <source>{typed} can be a day, a month or a century: {how}</source>
        <translation>{typed} bir gün, ay ya da yüzyıl olabilir: {how}</translation>
    </message>
    <message>
        <source>{typed} names no year, and the article has no publication date: add the year</source>
        <translation>{typed} yılı söylemiyor, haberin yayın tarihi de yok: yılı ekleyin</translation>
    </message>
    <message>
        <source>the calendar has no {typed}: {how}</source>
        <translation>takvimde {typed} yok: {how}</translation>
    </message>
    <message>
        <source>century</source>
        <translation>yüzyıl</translation>
    </message>
    <message>
        <source>decade</source>
        <translation>on yıl</translation>
    </message>
    <message>
        <source>year</source>
        <translation>yıl</translation>
    </message>
    <message>
        <source>half</source>
        <translation>yarıyıl</translation>
    </message>
    <message>
        <source>season</source>
        <translation>mevsim</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>çeyrek</translation>
    </message>
    <message>
        <source>month</source>
        <translation>ay</translation>
    </message>
    <message>
        <source>week</source>
        <translation>hafta</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>hafta sonu</translation>
    </message>
    <message>
        <source>day</source>
        <translation>gün</translation>
    </message>
    <message>
        <source>daypart</source>
        <translation>günün bölümü</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>saat</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>dakika</translation>
    </message>
    <message>
        <source>second</source>
        <translation>saniye</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>haftanın günü</translation>
    </message>
    <message>
        <source>day and month</source>
        <translation>gün ve ay</translation>
    </message>
    <message>
        <source>since</source>
        <translation>başlangıç</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bitiş</translation>
    </message>
    <message>
        <source>open</source>
        <translation>açık uçlu</translation>
    </message>
    <message>
        <source>the day of publication</source>
        <translation>yayın günü</translation>
    </message>
    <message>
        <source>the last one up to publication</source>
        <translation>yayına kadarki sonuncusu</translation>
    </message>
    <message>
        <source>the nearest to publication</source>
        <translation>yayına en yakın olanı</translation>
    </message>
    <message>
        <source>the nearest</source>
        <translation>en yakın olanı</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>içinde bulunulan</translation>
    </message>
    <message>
        <source>the one before</source>
        <translation>bir önceki</translation>
    </message>
    <message>
        <source>the one after</source>
        <translation>bir sonraki</translation>
    </message>
    <message>
        <source>the last one, as the sentence looks back</source>
        <translation>cümle geriye baktığı için sonuncusu</translation>
    </message>
    <message>
        <source>the next one, as the sentence looks ahead</source>
        <translation>cümle ileriye baktığı için bir sonraki</translation>
    </message>
    <message>
        <source>the last one, as it is over</source>
        <translation>bittiği için sonuncusu</translation>
    </message>
    <message>
        <source>of the year told of</source>
        <translation>anlatılan yıldan</translation>
    </message>
    <message>
        <source>the last one, or one at most two months ahead</source>
        <translation>sonuncusu ya da en çok iki ay sonraki</translation>
    </message>
    <message>
        <source>day, month and year</source>
        <translation>gün, ay ve yıl</translation>
    </message>
    <message>
        <source>the weekday does not agree</source>
        <translation>haftanın günü uymuyor</translation>
    </message>
    <message>
        <source>month and year</source>
        <translation>ay ve yıl</translation>
    </message>
    <message>
        <source>length of time</source>
        <translation>süre</translation>
    </message>
    <message>
        <source>length of time, how long is not said</source>
        <translation>süre, ne kadar olduğu söylenmiyor</translation>
    </message>
    <message>
        <source>the present, no date</source>
        <translation>şimdiki zaman, tarih yok</translation>
    </message>
    <message>
        <source>the past, no date</source>
        <translation>geçmiş, tarih yok</translation>
    </message>
    <message>
        <source>the future, no date</source>
        <translation>gelecek, tarih yok</translation>
    </message>
    <message>
        <source>the end of</source>
        <translation>sonu</translation>
    </message>
    <message>
        <source>regularly</source>
        <translation>düzenli olarak</translation>
    </message>
    <message>
        <source>range</source>
        <translation>aralık</translation>
    </message>
    <message>
        <source>part of the day</source>
        <translation>günün bölümü</translation>
    </message>
    <message>
        <source>a time of each day</source>
        <translation>her günün bir saati</translation>
    </message>
    <message>
        <source>dates that follow each other</source>
        <translation>birbirini izleyen tarihler</translation>
    </message>
    <message>
        <source>a weekday: needs a publication date</source>
        <translation>haftanın günü: yayın tarihi gerekir</translation>
    </message>
    <message>
        <source>a day without year: needs a publication date</source>
        <translation>yılsız gün: yayın tarihi gerekir</translation>
    </message>
    <message>
        <source>a month without year: needs a publication date</source>
        <translation>yılsız ay: yayın tarihi gerekir</translation>
    </message>
    <message>
        <source>date and time in figures</source>
        <translation>rakamla tarih ve saat</translation>
    </message>
    <message>
        <source>a date in figures</source>
        <translation>rakamla tarih</translation>
    </message>
    <message>
        <source>there is no such day</source>
        <translation>böyle bir gün yok</translation>
    </message>
    <message>
        <source>the last one before</source>
        <translation>bir önceki</translation>
    </message>
    <message>
        <source>the next one after</source>
        <translation>bir sonraki</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>dün</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>yarın</translation>
    </message>
    <message>
        <source>read as “{}”</source>
        <translation>“{}” olarak okundu</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dateline</source>
        <translation>Dateline hakkında</translation>
    </message>
    <message>
        <source>Turns news into labelled data: who, where, when and what happened, on a timeline.</source>
        <translation>Haberleri etiketli veriye dönüştürür: kim, nerede, ne zaman ve ne oldu, bir zaman çizelgesinde.</translation>
    </message>
    <message>
        <source>Version {own}, with Qt {qt} and Python {python}</source>
        <translation>Sürüm {own}, Qt {qt} ve Python {python} ile</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>MIT lisanslı özgür yazılım.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Kütüphaneler</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Kütüphane</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lisans</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Kullanım kılavuzu</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Metni kopyala</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>Select words first: click one, or drag over several.</source>
        <translation>Önce sözcük seçin: birine tıklayın ya da birkaçının üzerinden sürükleyin.</translation>
    </message>
    <message>
        <source>{label} was added: these words are {other} as well.</source>
        <translation>{label} eklendi: bu sözcükler aynı zamanda {other}.</translation>
    </message>
    <message>
        <source>Tagging every “{words}”</source>
        <translation>“{words}” geçen her yer etiketleniyor</translation>
    </message>
    <message>
        <source>Tagged {n} times as {label}; one undo takes all back.</source>
        <translation>{n} yer {label} olarak etiketlendi; tek geri alma hepsini kaldırır.</translation>
    </message>
    <message>
        <source>Tagged as {label}: nothing else has these words.</source>
        <translation>{label} olarak etiketlendi: bu sözcükler başka yerde yok.</translation>
    </message>
    <message>
        <source>All of these words are tagged as {label}.</source>
        <translation>Bu sözcüklerin hepsi {label} olarak etiketli.</translation>
    </message>
    <message>
        <source>“{words}” overlaps this annotation: add other words, or drag an edge to make it longer.</source>
        <translation>“{words}” bu işaretle örtüşüyor: başka sözcükler ekleyin ya da uzatmak için kenarını sürükleyin.</translation>
    </message>
    <message>
        <source>{}; undo takes it back.</source>
        <translation>{}; geri al ile geri alınır.</translation>
    </message>
    <message>
        <source>More than one could be meant: click it in the inspector, or New.</source>
        <translation>Birden çok olasılık var: denetçide doğrusuna ya da Yeni&apos;ye tıklayın.</translation>
    </message>
    <message>
        <source>Made the happening “{name}”; undo takes it back.</source>
        <translation>“{name}” olayı oluşturuldu; geri al ile geri alınır.</translation>
    </message>
    <message>
        <source>Made the entity “{name}”; undo takes it back.</source>
        <translation>“{name}” varlığı oluşturuldu; geri al ile geri alınır.</translation>
    </message>
    <message>
        <source>Every article is done or skipped.</source>
        <translation>Bütün haberler bitti ya da atlandı.</translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>Article</source>
        <translation>Haber</translation>
    </message>
    <message>
        <source>No publication date: words such as “Thursday” or “last month” cannot be dated.</source>
        <translation>Yayın tarihi yok: “perşembe” veya “geçen ay” gibi sözlere tarih verilemez.</translation>
    </message>
    <message>
        <source>Properties…</source>
        <translation>Özellikler…</translation>
    </message>
    <message>
        <source>Note under Properties: {}</source>
        <translation>Özelliklerdeki not: {}</translation>
    </message>
    <message>
        <source>1 entity</source>
        <translation>1 varlık</translation>
    </message>
    <message>
        <source>{} entities</source>
        <translation>{} varlık</translation>
    </message>
    <message>
        <source>1 time</source>
        <translation>1 zaman</translation>
    </message>
    <message>
        <source>{} times</source>
        <translation>{} zaman</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 olay</translation>
    </message>
    <message>
        <source>{} events</source>
        <translation>{} olay</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>new</source>
        <translation>yeni</translation>
    </message>
    <message>
        <source>started</source>
        <translation>başlandı</translation>
    </message>
    <message>
        <source>done</source>
        <translation>bitti</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>atlandı</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>tarihsiz</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>İçe aktarıldığı gibi</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Önce eskiler</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Önce yeniler</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Başlığa göre</translation>
    </message>
    <message>
        <source>Started, new, done, skipped</source>
        <translation>Başlanan, yeni, biten, atlanan</translation>
    </message>
    <message>
        <source>New articles</source>
        <translation>Yeni haberler</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Yayın</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>ve {} tane daha</translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message>
        <source>Filter by title, source, date</source>
        <translation>Başlık, kaynak ya da tarih</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Haberleri süz</translation>
    </message>
    <message>
        <source>Show all articles again</source>
        <translation>Bütün haberleri yeniden göster</translation>
    </message>
    <message>
        <source>Sorted: {}</source>
        <translation>Sıralama: {}</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>No article fits.</source>
        <translation>Uyan haber yok.</translation>
    </message>
    <message>
        <source>No articles yet. Import them with Ctrl+I, or drop files and folders on the window.</source>
        <translation>Henüz haber yok. Ctrl+I ile içe aktarın ya da dosya ve klasörleri pencereye bırakın.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Yapılacak</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Biten</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Atlanan</translation>
    </message>
    <message>
        <source>Articles that tell of something in this range of the timeline, or appeared in it.</source>
        <translation>Zaman çizelgesinin bu aralığındaki bir şeyi anlatan ya da bu aralıkta yayımlanan haberler.</translation>
    </message>
    <message>
        <source>Only {}  ×</source>
        <translation>Yalnız {}  ×</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{total} haberden {done} tanesi bitti</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Bitti olarak işaretle</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Atla</translation>
    </message>
    <message>
        <source>Set back to started</source>
        <translation>Başlandıya geri al</translation>
    </message>
    <message>
        <source>Set back to new</source>
        <translation>Yeniye geri al</translation>
    </message>
    <message>
        <source>Mark {} articles as done</source>
        <translation>{} haberi bitti olarak işaretle</translation>
    </message>
    <message>
        <source>Skip {} articles</source>
        <translation>{} haberi atla</translation>
    </message>
    <message>
        <source>Set {} articles back to started</source>
        <translation>{} haberi başlandıya geri al</translation>
    </message>
    <message>
        <source>Set {} articles back to new</source>
        <translation>{} haberi yeniye geri al</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Words</source>
        <translation>Sözcükler</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Like the selected</source>
        <translation>Seçiliye benzer</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>Aranan</translation>
    </message>
    <message>
        <source>Words in all articles</source>
        <translation>Bütün haberlerde sözcük</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ara</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Not an expression: {}</source>
        <translation>Geçerli bir ifade değil: {}</translation>
    </message>
</context>
<context>
    <name>Below</name>
    <message>
        <source>Choose one above to see what is known of it.</source>
        <translation>Hakkında bilinenleri görmek için yukarıdan birini seçin.</translation>
    </message>
</context>
<context>
    <name>BesideExport</name>
    <message>
        <source>Of an earlier export, and not written now: {}. Who reads the folder by a pattern reads both.</source>
        <translation>Önceki bir dışa aktarımdan kalan ve şimdi yazılmayan: {}. Klasörü bir kalıpla okuyan ikisini de okur.</translation>
    </message>
    <message>
        <source>Named like parts of it: {}. Who reads the folder by a pattern reads both.</source>
        <translation>Parçaları gibi adlandırılmış: {}. Klasörü bir kalıpla okuyan ikisini de okur.</translation>
    </message>
    <message>
        <source>No export wrote this as it is, and it would be lost: {}. Choose another name to keep it.</source>
        <translation>Bu hâliyle bir dışa aktarımdan gelmiyor ve kaybolacak: {}. Saklamak için başka bir ad seçin.</translation>
    </message>
    <message>
        <source>Re&amp;place it all the same</source>
        <translation>Yine de üzerine ya&amp;zılsın</translation>
    </message>
    <message>
        <source>Re&amp;place them all the same</source>
        <translation>Yine de üzerlerine ya&amp;zılsın</translation>
    </message>
    <message>
        <source>Re&amp;move {}, if unchanged since</source>
        <translation>Değişmediyse {} kaldırıl&amp;sın</translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>Something in Dateline went wrong; the last thing you did may not have been done.</source>
        <translation>Dateline&apos;da bir şey ters gitti; son yaptığın işlem yapılmamış olabilir.</translation>
    </message>
    <message>
        <source>Your data is safe: every step is on the disk as soon as it is shown.</source>
        <translation>Verilerin güvende: her adım göründüğü anda diske yazılmıştır.</translation>
    </message>
    <message>
        <source>You can go on. If it comes again, please send us the report. Look it through first: it may name your files.</source>
        <translation>Devam edebilirsin. Yinelenirse raporu bize gönder. Önce gözden geçir: dosyalarının adı geçiyor olabilir.</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>Günlük klasörü</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Tagged {n} as {label}; one undo takes all back.</source>
        <translation>{n} yer {label} olarak etiketlendi; tek geri alma hepsini kaldırır.</translation>
    </message>
    <message>
        <source>Tagged {n} as {label}; {left} were already, or are boilerplate.</source>
        <translation>{n} yer {label} olarak etiketlendi; {left} yer zaten öyleydi ya da kalıp metin.</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>Etiketleniyor</translation>
    </message>
    <message>
        <source>Removed {n} annotations; one undo brings all back.</source>
        <translation>{n} işaretleme kaldırıldı; tek geri alma hepsini geri getirir.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Kaldırılıyor</translation>
    </message>
    <message>
        <source>1 article is now {state}; one undo takes that back.</source>
        <translation>1 haber artık {state}; bir geri alma bunu geri alır.</translation>
    </message>
    <message>
        <source>{n} articles are now {state}; one undo takes that back.</source>
        <translation>{n} haber artık {state}; bir geri alma bunu geri alır.</translation>
    </message>
    <message>
        <source>Marking articles</source>
        <translation>Haberler işaretleniyor</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>no date yet</source>
        <translation>henüz tarihsiz</translation>
    </message>
    <message>
        <source>was to be {date}</source>
        <translation>{date} olacaktı</translation>
    </message>
    <message numerus="yes">
        <source>reports %n event(s)</source>
        <translation>
            <numerusform>%n olay bildiriyor</numerusform>
        </translation>
    </message>
    <message>
        <source>published {date}</source>
        <translation>yayın: {date}</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) beside it</source>
        <translation>
            <numerusform>yanında %n haber</numerusform>
        </translation>
    </message>
    <message>
        <source>some day; reported {date}</source>
        <translation>bir gün; bildirilme: {date}</translation>
    </message>
    <message>
        <source>target</source>
        <translation>hedef</translation>
    </message>
    <message>
        <source>{change} against {date}</source>
        <translation>{date} tarihine göre {change}</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planlanan</translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation>gerçekleşmedi</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n anma</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>%n haberde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check project</source>
        <translation>Projeyi denetle</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Haber</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Yeniden denetle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>Proje denetleniyor</translation>
    </message>
    <message>
        <source>Nothing is changed by it.</source>
        <translation>Denetim hiçbir şeyi değiştirmez.</translation>
    </message>
    <message>
        <source>Every offset lies in its text, every reference leads somewhere, the file is sound.</source>
        <translation>Her konum metninin içinde, her gönderme bir yere varıyor, dosya sağlam.</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Her şey yolunda</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 bulgu</translation>
    </message>
    <message>
        <source>{} findings</source>
        <translation>{} bulgu</translation>
    </message>
    <message>
        <source>Of these {} are faults of the data; the others are worth a look.</source>
        <translation>Bunlardan {} tanesi veri hatası; ötekiler de bakmaya değer.</translation>
    </message>
    <message>
        <source>Enter or a double click goes to the annotation</source>
        <translation>Enter ya da çift tıklama işaretlemeye gider</translation>
    </message>
    <message>
        <source>The first {}; &apos;dateline check&apos; lists all</source>
        <translation>İlk {} bulgu; tümünü &apos;dateline check&apos; listeler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Vazgeçildi</translation>
    </message>
    <message>
        <source>The project was not checked to its end.</source>
        <translation>Proje sonuna kadar denetlenmedi.</translation>
    </message>
    <message>
        <source>This is a fault in Dateline</source>
        <translation>Bu, Dateline&apos;ın bir hatası</translation>
    </message>
</context>
<context>
    <name>ChoiceRows</name>
    <message>
        <source>asked where it matters</source>
        <translation>sonuç değişiyorsa sorulur</translation>
    </message>
    <message>
        <source>characters (code points)</source>
        <translation>karakterler (kod noktaları)</translation>
    </message>
    <message>
        <source>UTF-16 units, as doccano&apos;s window</source>
        <translation>UTF-16 birimleri, doccano penceresindeki gibi</translation>
    </message>
    <message>
        <source>graphemes</source>
        <translation>grafemler</translation>
    </message>
    <message>
        <source>entities and relations</source>
        <translation>varlıklar ve ilişkiler</translation>
    </message>
    <message>
        <source>labels only: [start, end, label]</source>
        <translation>yalnız etiketler: [başı, sonu, etiket]</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>atla</translation>
    </message>
    <message>
        <source>take</source>
        <translation>al</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>sonuncusu</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>bilinmiyor</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>dışarıda</translation>
    </message>
</context>
<context>
    <name>ColourRow</name>
    <message>
        <source>Theme&apos;s</source>
        <translation>Temanınki</translation>
    </message>
    <message>
        <source>The colour the theme gives it</source>
        <translation>Temanın verdiği renk</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Başka…</translation>
    </message>
    <message>
        <source>Any other colour</source>
        <translation>Başka herhangi bir renk</translation>
    </message>
</context>
<context>
    <name>ColumnTable</name>
    <message>
        <source>Further columns</source>
        <translation>Diğer sütunlar</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Sütun</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of {}</source>
        <translation>Sütunlar: {}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>not said: such a date is a problem</source>
        <translation>belirtilmedi: böyle bir tarih sorundur</translation>
    </message>
    <message>
        <source>all with a column of texts</source>
        <translation>metin sütunu olan hepsi</translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation>Sa&amp;yfa</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>kendiliğinden bulunur</translation>
    </message>
    <message>
        <source>Header in l&amp;ine</source>
        <translation>Başlık &amp;satırı</translation>
    </message>
    <message>
        <source>3 April 2024, the day first</source>
        <translation>3 Nisan 2024, önce gün</translation>
    </message>
    <message>
        <source>March 4, 2024, the month first</source>
        <translation>4 Mart 2024, önce ay</translation>
    </message>
    <message>
        <source>&amp;03/04/2024 is</source>
        <translation>&amp;03/04/2024 şudur:</translation>
    </message>
    <message>
        <source>Columns that are not chosen are kept with each article.</source>
        <translation>Seçilmeyen sütunlar her haberle birlikte saklanır.</translation>
    </message>
    <message>
        <source>Read as {}, which is a guess: if letters look wrong, choose the encoding in the import.</source>
        <translation>{} olarak okundu, bu bir tahmin: harfler yanlış görünüyorsa içe aktarmada kodlamayı seçin.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>Bu sütunları kullan</translation>
    </message>
    <message>
        <source>The sheet cannot be read; import it to see why.</source>
        <translation>Sayfa okunamıyor; nedenini görmek için içe aktarın.</translation>
    </message>
    <message>
        <source>Line {} names no columns.</source>
        <translation>{}. satır hiçbir sütunu adlandırmıyor.</translation>
    </message>
    <message>
        <source>The columns are named in line {}; what stands above it is left out.</source>
        <translation>Sütunlar {}. satırda adlandırılıyor; onun üstündekiler dışarıda bırakılıyor.</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>&amp;Metin</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Ba&amp;şlık</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>&amp;Yayın tarihi</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>K&amp;aynak</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>A&amp;dres</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Di&amp;l</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Not</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>Tablonun ilk satırları</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(adsız)</translation>
    </message>
    <message>
        <source>Choose the column that holds the text of the articles.</source>
        <translation>Haber metinlerinin bulunduğu sütunu seçin.</translation>
    </message>
    <message>
        <source>The column {} is chosen twice.</source>
        <translation>{} sütunu iki kez seçildi.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Action, label, article, entity …</source>
        <translation>Eylem, etiket, haber, varlık …</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>Bu adda bir şey yok.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Reports compared</source>
        <translation>Haberlerin karşılaştırması</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Reports of {}</source>
        <translation>{} için haberler</translation>
    </message>
    <message>
        <source>no article says when</source>
        <translation>hiçbir haber ne zaman olduğunu söylemiyor</translation>
    </message>
    <message>
        <source>date set by hand</source>
        <translation>tarih elle verildi</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Haber</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Cümle</translation>
    </message>
    <message>
        <source>What the reports disagree about</source>
        <translation>Haberlerin uyuşmadığı noktalar</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>tarihsiz</translation>
    </message>
    <message>
        <source>{date} · {n} of {count}</source>
        <translation>{date} · {n}/{count}</translation>
    </message>
    <message>
        <source>{date}, instead of {before}</source>
        <translation>{before} yerine {date}</translation>
    </message>
    <message>
        <source> ({} reports)</source>
        <translation> ({} haber)</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 tane daha</translation>
    </message>
    <message>
        <source>{} more</source>
        <translation>{} tane daha</translation>
    </message>
    <message>
        <source>differs from another report</source>
        <translation>başka bir haberden farklı</translation>
    </message>
    <message>
        <source>{date}, set by hand</source>
        <translation>{date}, elle verildi</translation>
    </message>
    <message>
        <source>differs from the date set by hand</source>
        <translation>elle verilen tarihten farklı</translation>
    </message>
    <message>
        <source>{told} ({date})</source>
        <translation>{told} ({date})</translation>
    </message>
    <message>
        <source>{date}: put off</source>
        <translation>{date}: ertelendi</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>ertelendi</translation>
    </message>
    <message>
        <source>Told as</source>
        <translation>Anlatılışı</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Miktar</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Konu</translation>
    </message>
    <message>
        <source>announced for {date}</source>
        <translation>{date} için duyuruldu</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>duyuruldu</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>doğrulandı</translation>
    </message>
    <message>
        <source>postponed</source>
        <translation>ertelendi</translation>
    </message>
    <message>
        <source>brought forward</source>
        <translation>öne alındı</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>iptal edildi</translation>
    </message>
    <message>
        <source>took place</source>
        <translation>gerçekleşti</translation>
    </message>
    <message>
        <source>did not take place</source>
        <translation>gerçekleşmedi</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>olası</translation>
    </message>
</context>
<context>
    <name>ConcordancePanel</name>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
    <message>
        <source>Filter the lines</source>
        <translation>Satırları süz</translation>
    </message>
    <message>
        <source>Tag as</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Save lines…</source>
        <translation>Satırları kaydet…</translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation>Metindeki gibi</translation>
    </message>
    <message>
        <source>By what was found</source>
        <translation>Bulunana göre</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>Önceki sözcüklere göre</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>Sonraki sözcüklere göre</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sıralama</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 sözcük</translation>
    </message>
    <message>
        <source>{} words</source>
        <translation>{} sözcük</translation>
    </message>
    <message>
        <source>How many words to order by</source>
        <translation>Sıralamada bakılacak sözcük sayısı</translation>
    </message>
    <message>
        <source>Tag the ticked lines (Ctrl+Enter); those tagged so already are left</source>
        <translation>Seçili satırları etiketle (Ctrl+Enter); zaten öyle etiketli olanlara dokunulmaz</translation>
    </message>
    <message>
        <source>Remove this label&apos;s annotations from the ticked lines (Delete)</source>
        <translation>Seçili satırlardan bu etiketin işaretlemelerini kaldır (Delete)</translation>
    </message>
    <message>
        <source>Save the lines shown as a table (CSV)</source>
        <translation>Görünen satırları tablo (CSV) olarak kaydet</translation>
    </message>
    <message>
        <source>Select an annotation in the article, then come back.</source>
        <translation>Haberde bir işaretleme seçin, sonra geri gelin.</translation>
    </message>
    <message>
        <source>Like it: {}</source>
        <translation>Benzeri: {}</translation>
    </message>
    <message>
        <source>Tick lines first (Space); those tagged so already are left.</source>
        <translation>Önce satır seçin (Boşluk); zaten öyle etiketli olanlara dokunulmaz.</translation>
    </message>
    <message>
        <source>None of the ticked lines has just this label.</source>
        <translation>Seçili satırların hiçbirinde tam bu etiket yok.</translation>
    </message>
    <message>
        <source>Tag {n}</source>
        <translation>Etiketle ({n})</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiketle</translation>
    </message>
    <message>
        <source>Remove {n}</source>
        <translation>Kaldır ({n})</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Bir şey bulunamadı</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 satır</translation>
    </message>
    <message>
        <source>{} lines</source>
        <translation>{} satır</translation>
    </message>
    <message>
        <source>the first {} lines</source>
        <translation>ilk {} satır</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>, {} ticked</source>
        <translation>, {} seçili</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Bütün satırlar</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablolar (*.csv)</translation>
    </message>
    <message>
        <source>Save lines</source>
        <translation>Satırları kaydet</translation>
    </message>
    <message>
        <source>Saving lines</source>
        <translation>Satırlar kaydediliyor</translation>
    </message>
    <message>
        <source>{n} lines are in {path}</source>
        <translation>{n} satır şurada: {path}</translation>
    </message>
</context>
<context>
    <name>CoverageStrip</name>
    <message>
        <source>Reading coverage</source>
        <translation>Okunan bölüm</translation>
    </message>
    <message>
        <source>{share} % read</source>
        <translation>% {share} okundu</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>yesterday</source>
        <translation>dün</translation>
    </message>
    <message>
        <source>today</source>
        <translation>bugün</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>yarın</translation>
    </message>
    <message>
        <source>last {}</source>
        <translation>geçen {}</translation>
    </message>
    <message>
        <source>next {}</source>
        <translation>gelecek {}</translation>
    </message>
    <message>
        <source>this {}</source>
        <translation>bu {}</translation>
    </message>
    <message>
        <source>on {}</source>
        <translation>{} günü</translation>
    </message>
    <message>
        <source>since {}</source>
        <translation>{} ve sonrası</translation>
    </message>
    <message>
        <source>spring {year}</source>
        <translation>{year} ilkbaharı</translation>
    </message>
    <message>
        <source>summer {year}</source>
        <translation>{year} yazı</translation>
    </message>
    <message>
        <source>autumn {year}</source>
        <translation>{year} sonbaharı</translation>
    </message>
    <message>
        <source>winter {year}</source>
        <translation>{year} kışı</translation>
    </message>
    <message>
        <source>morning</source>
        <translation>sabah</translation>
    </message>
    <message>
        <source>midday</source>
        <translation>öğle</translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation>öğleden sonra</translation>
    </message>
    <message>
        <source>daytime</source>
        <translation>gündüz</translation>
    </message>
    <message>
        <source>evening</source>
        <translation>akşam</translation>
    </message>
    <message>
        <source>night</source>
        <translation>gece</translation>
    </message>
    <message>
        <source>early {}</source>
        <translation>{} başı</translation>
    </message>
    <message>
        <source>mid {}</source>
        <translation>{} ortası</translation>
    </message>
    <message>
        <source>late {}</source>
        <translation>{} sonu</translation>
    </message>
    <message>
        <source>mid-{}</source>
        <translation>{} ortası</translation>
    </message>
    <message>
        <source>c. {}</source>
        <translation>yakl. {}</translation>
    </message>
    <message>
        <source>until {}</source>
        <translation>{} ve öncesi</translation>
    </message>
    <message>
        <source>week of {}</source>
        <translation>{} haftası</translation>
    </message>
    <message>
        <source>weekend of {}</source>
        <translation>{} hafta sonu</translation>
    </message>
    <message>
        <source>Q{number} {year}</source>
        <translation>{year} yılının {number}. çeyreği</translation>
    </message>
    <message>
        <source>H{number} {year}</source>
        <translation>{year} yılının {number}. yarısı</translation>
    </message>
    <message>
        <source>{}s</source>
        <translation>{} yılları</translation>
    </message>
    <message>
        <source>{} century</source>
        <translation>{} yüzyıl</translation>
    </message>
    <message>
        <source>{} BC</source>
        <translation>MÖ {}</translation>
    </message>
    <message>
        <source>{} AD</source>
        <translation>MS {}</translation>
    </message>
</context>
<context>
    <name>DivisionRow</name>
    <message>
        <source>&amp;Divide into</source>
        <translation>Şöyle bö&amp;l</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bölümler</translation>
    </message>
    <message>
        <source>train/dev/test, or your own: train=70/dev=15/test=15</source>
        <translation>train/dev/test ya da kendininki: train=70/dev=15/test=15</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Tohum</translation>
    </message>
    <message>
        <source>How it is divided</source>
        <translation>Nasıl bölüneceği</translation>
    </message>
    <message>
        <source>by lot</source>
        <translation>rastgele</translation>
    </message>
    <message>
        <source>by date, the latest last</source>
        <translation>tarihe göre, en yeniler sonda</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>&amp;Tohum</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Put this panel back into the window</source>
        <translation>Bu paneli pencereye geri koy</translation>
    </message>
    <message>
        <source>Put this panel away (the View menu brings it back)</source>
        <translation>Bu paneli kaldır (Görünüm menüsü geri getirir)</translation>
    </message>
    <message>
        <source>A double click here, or dragging it to an edge of the window, puts it back</source>
        <translation>Buraya çift tıklamak ya da onu pencerenin bir kenarına sürüklemek onu geri koyar</translation>
    </message>
    <message>
        <source>Drag it to another edge; a double click makes it a window of its own</source>
        <translation>Başka bir kenara sürükleyin; çift tıklama onu ayrı bir pencere yapar</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Who, where, when</source>
        <translation>Kim, nerede, ne zaman</translation>
    </message>
    <message>
        <source>Take all proposed  ⏎</source>
        <translation>Önerilenlerin hepsini al  ⏎</translation>
    </message>
    <message>
        <source>Let the articles say when it is again</source>
        <translation>Tarihi yeniden metinler belirlesin</translation>
    </message>
    <message>
        <source>Dated by hand: {}</source>
        <translation>Elle verilen tarih: {}</translation>
    </message>
    <message>
        <source>Enter takes it</source>
        <translation>Enter onu alır</translation>
    </message>
    <message>
        <source>click a mention, or Enter on it</source>
        <translation>bir işarete tıklayın ya da üzerinde Enter&apos;a basın</translation>
    </message>
    <message>
        <source>required</source>
        <translation>gerekli</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Oraya git</translation>
    </message>
    <message>
        <source>Take it out of this role</source>
        <translation>Bu rolden çıkar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Çıkar</translation>
    </message>
    <message>
        <source>The text says so: “{cue}”. Take it</source>
        <translation>Metin böyle diyor: “{cue}”. Kabul et</translation>
    </message>
    <message>
        <source>It is not so (Shift+{key})</source>
        <translation>Öyle değil (Shift+{key})</translation>
    </message>
    <message>
        <source>It is not so</source>
        <translation>Öyle değil</translation>
    </message>
    <message>
        <source>Take this proposal</source>
        <translation>Bu öneriyi al</translation>
    </message>
    <message>
        <source>Only suggested so far: taking it accepts the suggestion as {label}</source>
        <translation>Şimdilik yalnızca öneri: almak, öneriyi {label} olarak kabul eder</translation>
    </message>
</context>
<context>
    <name>EventVerbs</name>
    <message>
        <source>{name}: {value}, not {refused}.</source>
        <translation>{name}: {value}, {refused} değil.</translation>
    </message>
    <message>
        <source>{said}? Enter takes it, {keys} refuses it.</source>
        <translation>{said}? Enter kabul eder, {keys} geri çevirir.</translation>
    </message>
    <message>
        <source>{said}? Enter takes it.</source>
        <translation>{said}? Enter kabul eder.</translation>
    </message>
    <message>
        <source>{n} of the events are told as planned, possible or denied: select them to answer.</source>
        <translation>Olayların {n} tanesi planlanmış, olası veya yalanlanmış olarak anlatılıyor: yanıtlamak için seçin.</translation>
    </message>
    <message>
        <source>“{words}” – {said}? Select it to answer.</source>
        <translation>“{words}” – {said}? Yanıtlamak için seçin.</translation>
    </message>
    <message>
        <source>Enter takes what is proposed.</source>
        <translation>Enter önerileni kabul eder.</translation>
    </message>
    <message>
        <source>{role}: click a mention or words, or go there with the arrows and press Enter; Esc leaves it open.</source>
        <translation>{role}: bir anmaya ya da sözcüklere tıklayın ya da oklarla gidip Enter&apos;a basın; Esc boş bırakır.</translation>
    </message>
    <message>
        <source>{role}: Enter takes “{words}”; or click a mention or words, or go there and press Enter; Esc leaves it open.</source>
        <translation>{role}: Enter “{words}” ögesini alır; ya da bir işarete veya sözcüklere tıklayın veya oraya gidip Enter&apos;a basın; Esc boş bırakır.</translation>
    </message>
    <message>
        <source>{role}: nothing is proposed; go to a mention or to words first, or click there.</source>
        <translation>{role}: hiçbir şey önerilmiyor; önce bir işarete ya da sözcüklere gidin veya oraya tıklayın.</translation>
    </message>
    <message>
        <source>{role} of “{event}”: Enter takes “{words}”; Esc leaves it open.</source>
        <translation>“{event}” için {role}: Enter “{words}” ögesini alır; Esc boş bırakır.</translation>
    </message>
    <message>
        <source>{what}. Something else? Click it, then {keys}</source>
        <translation>{what}. Başka bir şey mi? Tıklayın, sonra {keys}</translation>
    </message>
    <message>
        <source>This type of event has no roles.</source>
        <translation>Bu olay türünün rolü yok.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Dışa aktar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Klasörde göster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Replace and export</source>
        <translation>Üzerine yaz ve dışa aktar</translation>
    </message>
    <message>
        <source>Written over: {}</source>
        <translation>Üzerine yazılan: {}</translation>
    </message>
    <message>
        <source>Looking for earlier exports</source>
        <translation>Önceki dışa aktarımlar aranıyor</translation>
    </message>
    <message>
        <source>Articles: {}.</source>
        <translation>Haberler: {}.</translation>
    </message>
    <message>
        <source>Articles about one happening, or of nearly one text, stay together; the largest group has {}.</source>
        <translation>Aynı gerçekleşmeyi anlatan veya metni neredeyse aynı olan haberler bir arada kalır; en büyük öbekte {} tane var.</translation>
    </message>
    <message>
        <source>Looking at which articles belong together…</source>
        <translation>Hangi haberlerin bir arada olduğuna bakılıyor…</translation>
    </message>
    <message>
        <source>How this would come out could not be worked out: {}</source>
        <translation>Bunun nasıl çıkacağı hesaplanamadı: {}</translation>
    </message>
    <message>
        <source>the folder for temporary files</source>
        <translation>geçici dosyaların klasörü</translation>
    </message>
    <message>
        <source>this is a fault in Dateline.</source>
        <translation>bu, Dateline&apos;ın bir hatası.</translation>
    </message>
    <message>
        <source>Looking through the articles</source>
        <translation>Haberler gözden geçiriliyor</translation>
    </message>
    <message>
        <source>Choose another name, or tick that it may be replaced</source>
        <translation>Başka bir ad seçin ya da üzerine yazılabileceğini işaretleyin</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Dışa aktarılıyor</translation>
    </message>
    <message>
        <source>The files appear only when everything has been written.</source>
        <translation>Dosyalar ancak her şey yazıldığında ortaya çıkar.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Vazgeçildi; hiçbir şey yazılmadı.</translation>
    </message>
    <message>
        <source>1 article written</source>
        <translation>1 haber yazıldı</translation>
    </message>
    <message>
        <source>{} articles written</source>
        <translation>{} haber yazıldı</translation>
    </message>
    <message>
        <source>Counts, hashes and what was chosen are in {}.</source>
        <translation>Sayılar, özetler ve seçilenler {} içinde.</translation>
    </message>
    <message>
        <source>1 article comes more than once, for each of several annotators</source>
        <translation>1 haber, birden çok işaretleyicinin her biri için yinelenir</translation>
    </message>
    <message>
        <source>{} articles come more than once, for each of several annotators</source>
        <translation>{} haber, birden çok işaretleyicinin her biri için yinelenir</translation>
    </message>
    <message>
        <source>What the format could not hold is listed in {}.</source>
        <translation>Biçimin taşıyamadıkları {} içinde listelendi.</translation>
    </message>
    <message>
        <source>What the format could not hold</source>
        <translation>Biçimin taşıyamadıkları</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Kaç tane</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Örneğin</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 haber</translation>
    </message>
    <message>
        <source>{} articles</source>
        <translation>{} haber</translation>
    </message>
    <message>
        <source>{file}: {articles}, {records}</source>
        <translation>{file}: {articles}, {records}</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 kayıt</translation>
    </message>
    <message>
        <source>{} records</source>
        <translation>{} kayıt</translation>
    </message>
    <message>
        <source>Nothing was written. {}.</source>
        <translation>Hiçbir şey yazılmadı. {}.</translation>
    </message>
    <message>
        <source>Nothing was written. {what}: {where}. {todo}</source>
        <translation>Hiçbir şey yazılmadı. {what}: {where}. {todo}</translation>
    </message>
    <message>
        <source>This is a fault in Dateline; nothing was written.</source>
        <translation>Bu, Dateline&apos;ın bir hatası; hiçbir şey yazılmadı.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Export to</source>
        <translation>Dışa aktarma yeri</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>İşaretleyiciler</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Durumlar</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>One article a record</source>
        <translation>Kayıt başına bir haber</translation>
    </message>
    <message>
        <source>One sentence a record</source>
        <translation>Kayıt başına bir cümle</translation>
    </message>
    <message>
        <source>Also texts without a span</source>
        <translation>İşaretsiz metinler de</translation>
    </message>
    <message>
        <source>Keep what is marked as boilerplate</source>
        <translation>Kalıp metin diye işaretleneni de koru</translation>
    </message>
    <message>
        <source>Only what an adjudicator decided</source>
        <translation>Yalnız hakemin karara bağladıkları</translation>
    </message>
    <message>
        <source>Write a manifest and a dataset card beside</source>
        <translation>Yanına içerik dökümü ve veri kümesi kartı da yaz</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>One event a record</source>
        <translation>Kayıt başına bir olay</translation>
    </message>
    <message>
        <source>What is to be known</source>
        <translation>Bilinmesi gerekenler</translation>
    </message>
    <message>
        <source>adjudicator</source>
        <translation>hakem</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlanan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Biten</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Atlanan</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Varlıklar</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zamanlar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>İlişkiler</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Biçim</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Yer</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Kayıt</translation>
    </message>
    <message>
        <source>&amp;Annotators</source>
        <translation>&amp;İşaretleyiciler</translation>
    </message>
    <message>
        <source>&amp;States</source>
        <translation>&amp;Durumlar</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Etiketler</translation>
    </message>
    <message>
        <source>{} always has whole articles, and all of them.</source>
        <translation>{} her zaman bütün haberleri, tam olarak yazar.</translation>
    </message>
    <message>
        <source>{} always has an event a record.</source>
        <translation>{} her zaman kayıt başına bir olay yazar.</translation>
    </message>
    <message>
        <source>{} always has a sentence a record.</source>
        <translation>{} her zaman kayıt başına bir cümle yazar.</translation>
    </message>
    <message>
        <source>{} holds no annotations.</source>
        <translation>{} işaretleme tutmaz.</translation>
    </message>
    <message>
        <source>Write a dataset card beside, too: a division has its manifest anyway</source>
        <translation>Yanına veri kümesi kartı da yaz: bölmenin içerik dökümü zaten yazılır</translation>
    </message>
    <message>
        <source>{} has everything, whatever its state, unless you choose.</source>
        <translation>Siz seçmedikçe {} durumu ne olursa olsun her şeyi yazar.</translation>
    </message>
    <message>
        <source>{} has started and done articles, unless you choose: new ones would say that there is nothing to tag, and skipped ones, such as older versions, are not to be learned from.</source>
        <translation>Siz seçmedikçe {} başlanan ve biten haberleri yazar: yeniler işaretlenecek bir şey olmadığını söylerdi; eski sürümler gibi atlananlardan ise bir şey öğrenilmemeli.</translation>
    </message>
    <message>
        <source>What models tagged ({}) passes for what somebody found right.</source>
        <translation>Modellerin işaretledikleri ({}) birinin doğru bulduğu şeyler sayılır.</translation>
    </message>
    <message>
        <source>What models tagged ({}) is left out.</source>
        <translation>Modellerin işaretledikleri ({}) dışarıda kalır.</translation>
    </message>
    <message>
        <source>An article that several annotators have worked on comes once for each: choose one of them, or only what an adjudicator decided.</source>
        <translation>Birden çok işaretleyicinin çalıştığı haber her biri için yinelenir: birini ya da yalnız hakemin karara bağladıklarını seçin.</translation>
    </message>
    <message>
        <source>{}: nothing of what the last export to {} had is left; what is usual is checked.</source>
        <translation>{}: {} için son dışa aktarmada seçilenlerden hiçbiri kalmadı; her zamanki seçim işaretlendi.</translation>
    </message>
    <message>
        <source>New since the last export to {}, and not checked: {}.</source>
        <translation>{} için son dışa aktarmadan beri yeni ve işaretlenmemiş: {}.</translation>
    </message>
    <message>
        <source>Choose a file to write to.</source>
        <translation>Yazılacak bir dosya seçin.</translation>
    </message>
    <message>
        <source>There is no folder {}.</source>
        <translation>{} klasörü yok.</translation>
    </message>
    <message>
        <source>{} is a folder: add a file name.</source>
        <translation>{} bir klasör: bir dosya adı ekleyin.</translation>
    </message>
    <message>
        <source>{} is a project or another database, and no export: choose another name.</source>
        <translation>{} bir proje ya da başka bir veritabanı, dışa aktarım değil: başka bir ad seçin.</translation>
    </message>
    <message>
        <source>Nothing is chosen: check an annotator and a state.</source>
        <translation>Hiçbir şey seçilmedi: bir işaretleyici ve bir durum işaretleyin.</translation>
    </message>
    <message>
        <source>Nothing is chosen: check a label.</source>
        <translation>Hiçbir şey seçilmedi: bir etiket işaretle.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Dateline projects (*{})</source>
        <translation>Dateline projeleri (*{})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Bütün dosyalar (*)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Proje aç</translation>
    </message>
    <message>
        <source>Opened for reading only: nothing can be changed here.</source>
        <translation>Yalnız okumak için açıldı: burada hiçbir şey değiştirilemez.</translation>
    </message>
    <message>
        <source>Copying the project</source>
        <translation>Proje kopyalanıyor</translation>
    </message>
    <message>
        <source>The project could not be copied</source>
        <translation>Proje kopyalanamadı</translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation>Örnek proje hazırlanıyor</translation>
    </message>
    <message>
        <source>The sample could not be made</source>
        <translation>Örnek hazırlanamadı</translation>
    </message>
    <message>
        <source>The project is ready. Import articles with Ctrl+I.</source>
        <translation>Proje hazır. Ctrl+I ile haberleri içe aktar.</translation>
    </message>
    <message>
        <source>A long job is running: wait for it, or cancel it below.</source>
        <translation>Uzun bir iş sürüyor: bekle ya da aşağıdan vazgeç.</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Yalnız okumak için aç</translation>
    </message>
    <message>
        <source>Check the path, or make a new project.</source>
        <translation>Yolu denetleyin ya da yeni bir proje oluşturun.</translation>
    </message>
    <message>
        <source>New project here…</source>
        <translation>Burada yeni proje…</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Listeden çıkar</translation>
    </message>
    <message>
        <source>Work on a copy</source>
        <translation>Bir kopya üzerinde çalış</translation>
    </message>
    <message>
        <source>Open or make a project first, then import into it.</source>
        <translation>Önce bir proje açın ya da oluşturun, sonra içine aktarın.</translation>
    </message>
    <message>
        <source>This project is open for reading only: nothing can be imported.</source>
        <translation>Bu proje yalnız okumak için açık: hiçbir şey içe aktarılamaz.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>Bu haberde bul</translation>
    </message>
    <message>
        <source>Tag all</source>
        <translation>Hepsini etiketle</translation>
    </message>
    <message>
        <source>Tag every hit (Ctrl+Enter): with the armed label, else with the one whose key you press next</source>
        <translation>Her eşleşmeyi etiketle (Ctrl+Enter): kurulu etiketle, yoksa bundan sonra tuşuna basılanla</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Önceki (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Sonraki (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Kapat (Esc)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Önceki</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sonraki</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Not an expression: {}</source>
        <translation>Geçerli bir ifade değil: {}</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>aranıyor…</translation>
    </message>
    <message>
        <source>This expression takes too long here: make it narrower.</source>
        <translation>Bu ifade burada çok uzun sürüyor: daralt.</translation>
    </message>
    <message>
        <source>Press a label&apos;s key</source>
        <translation>Bir etiketin tuşuna bas</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>{at} / {total}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Kullanım kılavuzu</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sayfalar</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sayfa</translation>
    </message>
    <message>
        <source>The guide is not part of this installation.</source>
        <translation>Kılavuz bu kurulumda yok.</translation>
    </message>
</context>
<context>
    <name>Guideline</name>
    <message>
        <source>Roles: {roles}</source>
        <translation>Roller: {roles}</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <translation>Geçmiş</translation>
    </message>
    <message>
        <source>and {} earlier</source>
        <translation>ve daha önce {} adım</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Geçmiş</translation>
    </message>
    <message>
        <source>Filter by words, name or day</source>
        <translation>Sözcük, ad ya da güne göre süz</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Adımlar</translation>
    </message>
    <message>
        <source>Ctrl+Z takes back the newest step that is not undone, wherever it was.</source>
        <translation>Ctrl+Z, nerede yapılmış olursa olsun, geri alınmamış en yeni adımı geri alır.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>This step has no place that could be shown.</source>
        <translation>Bu adımın gösterilebilecek bir yeri yok.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>geri alındı</translation>
    </message>
    <message>
        <source>undone for good</source>
        <translation>kalıcı olarak geri alındı</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>tagged so elsewhere: {n} ×</source>
        <translation>başka yerde böyle etiketlenmiş: {n} ×</translation>
    </message>
    <message>
        <source>reads like a date or time</source>
        <translation>tarih ya da saat gibi okunuyor</translation>
    </message>
    <message>
        <source>{label}?</source>
        <translation>{label}?</translation>
    </message>
    <message>
        <source>Enter accepts, Delete rejects, Tab goes on.</source>
        <translation>Enter kabul eder, Delete geri çevirir, Tab sonrakine geçer.</translation>
    </message>
    <message>
        <source>changed {when}</source>
        <translation>değiştirilme: {when}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>İçe aktar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>&amp;Import the rest</source>
        <translation>Kalanını iç&amp;e aktar</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>Ö&amp;nizleme</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>İç&amp;e aktar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dosyaları içe aktar</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Klasörü içe aktar</translation>
    </message>
    <message>
        <source>Looking through the sources</source>
        <translation>Kaynaklar gözden geçiriliyor</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Henüz hiçbir şey yazılmadı.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>İçe aktarılıyor</translation>
    </message>
    <message>
        <source>The project is changed only when everything has been read.</source>
        <translation>Proje ancak her şey okunduğunda değişir.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was imported.</source>
        <translation>Vazgeçildi; hiçbir şey içe aktarılmadı.</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Bilmekte yarar var</translation>
    </message>
    <message>
        <source>A file could not be read</source>
        <translation>Bir dosya okunamadı</translation>
    </message>
    <message>
        <source>The format is not known</source>
        <translation>Biçim bilinmiyor</translation>
    </message>
    <message>
        <source>This is a fault in Dateline; nothing was imported.</source>
        <translation>Bu, Dateline&apos;ın bir hatası; hiçbir şey içe aktarılmadı.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Hiçbir şey içe aktarılmadı.</translation>
    </message>
    <message>
        <source>Mend what is listed and import again.</source>
        <translation>Listedekileri düzelt ve yeniden içe aktar.</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Hiçbir şey içe aktarılmadı</translation>
    </message>
    <message>
        <source>Mend what is listed and import again, or import the rest without it.</source>
        <translation>Listedekileri düzelt ve yeniden içe aktar ya da onlar olmadan kalanını aktar.</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Add files…</source>
        <translation>Dosya ekle…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Klasör ekle…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>&amp;Sütunlar…</translation>
    </message>
    <message>
        <source>Which column of the table holds what</source>
        <translation>Tablonun hangi sütununda ne olduğu</translation>
    </message>
    <message>
        <source>Articles with nearly the same text as another one, or from the same address</source>
        <translation>Metni bir başkasıyla neredeyse aynı olan ya da aynı adresten gelen haberler</translation>
    </message>
    <message>
        <source>Near-repeats</source>
        <translation>Yakın tekrarlar</translation>
    </message>
    <message>
        <source>are taken in beside what they repeat</source>
        <translation>yineledikleri haberin yanına alınır</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>atlanır</translation>
    </message>
    <message>
        <source>are newer versions: annotations go over to them</source>
        <translation>yeni sürüm sayılır: işaretlemeler onlara geçer</translation>
    </message>
    <message>
        <source>Table of metadata</source>
        <translation>Üstveri tablosu</translation>
    </message>
    <message>
        <source>Tables (*.tsv *.csv *.xlsx *.xlsm)</source>
        <translation>Tablolar (*.tsv *.csv *.xlsx *.xlsm)</translation>
    </message>
    <message>
        <source>articles.tsv or .csv beside the texts, if there is one</source>
        <translation>varsa metinlerin yanındaki articles.tsv ya da .csv</translation>
    </message>
    <message>
        <source>the name of the file</source>
        <translation>dosyanın adı</translation>
    </message>
    <message>
        <source>Leave out &amp;bad records and import the rest</source>
        <translation>B&amp;ozuk kayıtları atla, kalanını içe aktar</translation>
    </message>
    <message>
        <source>All that can be imported ({})</source>
        <translation>İçe aktarılabilenlerin tümü ({})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Bütün dosyalar (*)</translation>
    </message>
    <message>
        <source>Detected for each file</source>
        <translation>Her dosya için algılanır</translation>
    </message>
    <message>
        <source>2018-04-19, or 2018-04-19T14:30</source>
        <translation>2018-04-19 ya da 2018-04-19T14:30</translation>
    </message>
    <message>
        <source>who published it</source>
        <translation>yayımlayan</translation>
    </message>
    <message>
        <source>en, tr, …</source>
        <translation>en, tr, …</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Biçim</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodlama</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>Üst&amp;veri</translation>
    </message>
    <message>
        <source>Near-&amp;repeats</source>
        <translation>Yakın &amp;tekrarlar</translation>
    </message>
    <message>
        <source>Where a source says nothing</source>
        <translation>Kaynağın söylemediği yerde</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>&amp;Yayın tarihi</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>K&amp;aynak</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>A&amp;dres</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Di&amp;l</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Ba&amp;şlık</translation>
    </message>
    <message>
        <source>A&amp;nnotator</source>
        <translation>İşa&amp;retleyici</translation>
    </message>
    <message>
        <source>{}, sheet {}</source>
        <translation>{}, {} sayfası</translation>
    </message>
    <message>
        <source>{}, as chosen before</source>
        <translation>{}, daha önce seçildiği gibi</translation>
    </message>
    <message>
        <source>{}: the text is in {}</source>
        <translation>{}: metin {} sütununda</translation>
    </message>
    <message>
        <source>{}: by the names of its columns</source>
        <translation>{}: sütun adlarına göre</translation>
    </message>
    <message>
        <source>Published: {}.</source>
        <translation>Yayın tarihi: {}.</translation>
    </message>
    <message>
        <source>There is no encoding called {}.</source>
        <translation>{} adında bir kodlama yok.</translation>
    </message>
    <message>
        <source>There is no table {}.</source>
        <translation>{} tablosu yok.</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message>
        <source>Nothing new was found</source>
        <translation>Yeni bir şey bulunamadı</translation>
    </message>
    <message>
        <source>1 article imported</source>
        <translation>1 haber içe aktarıldı</translation>
    </message>
    <message>
        <source>{} articles imported</source>
        <translation>{} haber içe aktarıldı</translation>
    </message>
    <message>
        <source>1 annotation imported</source>
        <translation>1 işaretleme içe aktarıldı</translation>
    </message>
    <message>
        <source>{} annotations imported</source>
        <translation>{} işaretleme içe aktarıldı</translation>
    </message>
    <message>
        <source>With 1 annotation.</source>
        <translation>1 işaretlemeyle.</translation>
    </message>
    <message>
        <source>With {} annotations.</source>
        <translation>{} işaretlemeyle.</translation>
    </message>
    <message>
        <source>1 text was in the project already; its annotations joined it.</source>
        <translation>1 metin zaten projedeydi; işaretlemeleri ona eklendi.</translation>
    </message>
    <message>
        <source>{} texts were in the project already; their annotations joined them.</source>
        <translation>{} metin zaten projedeydi; işaretlemeleri onlara eklendi.</translation>
    </message>
    <message>
        <source>The annotations belong to {}: choose whose to see at the bottom right of the window.</source>
        <translation>Etiketlemeler {} adlı kişilerin: kimin görüneceğini pencerenin sağ altında seçin.</translation>
    </message>
    <message>
        <source>Labels added: {}.</source>
        <translation>Eklenen etiketler: {}.</translation>
    </message>
    <message>
        <source>1 record was wrong and left out; it is listed first.</source>
        <translation>1 kayıt hatalıydı ve atlandı; listenin başında.</translation>
    </message>
    <message>
        <source>{} records were wrong and left out; they are listed first.</source>
        <translation>{} kayıt hatalıydı ve atlandı; listenin başındalar.</translation>
    </message>
    <message>
        <source>One undo takes all of it back.</source>
        <translation>Tek geri alma hepsini kaldırır.</translation>
    </message>
    <message>
        <source>1 article takes the place of its older version</source>
        <translation>1 haber eski sürümünün yerine geçiyor</translation>
    </message>
    <message>
        <source>{} articles take the place of their older versions</source>
        <translation>{} haber eski sürümlerinin yerine geçiyor</translation>
    </message>
    <message>
        <source>What was missing of 1 article is there now</source>
        <translation>1 haberin eksiği tamamlandı</translation>
    </message>
    <message>
        <source>What was missing of {} articles is there now</source>
        <translation>{} haberin eksiği tamamlandı</translation>
    </message>
    <message>
        <source>title</source>
        <translation>başlık</translation>
    </message>
    <message>
        <source>publication date</source>
        <translation>yayın tarihi</translation>
    </message>
    <message>
        <source>source</source>
        <translation>kaynak</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>language</source>
        <translation>dil</translation>
    </message>
    <message>
        <source>note</source>
        <translation>not</translation>
    </message>
    <message>
        <source>column {}</source>
        <translation>{} sütunu</translation>
    </message>
    <message>
        <source>1 article here gets what was missing: {what}.</source>
        <translation>Buradaki 1 haber eksik olanı alır: {what}.</translation>
    </message>
    <message>
        <source>{count} articles here get what was missing: {what}.</source>
        <translation>Buradaki {count} haber eksik olanı alır: {what}.</translation>
    </message>
    <message>
        <source>1 date in their texts is counted anew.</source>
        <translation>Metinlerindeki 1 tarih yeniden hesaplanır.</translation>
    </message>
    <message>
        <source>{} dates in their texts are counted anew.</source>
        <translation>Metinlerindeki {} tarih yeniden hesaplanır.</translation>
    </message>
    <message>
        <source>Gets what was missing: {}</source>
        <translation>Eksik olan eklenir: {}</translation>
    </message>
    <message>
        <source>1 more article gets what was missing</source>
        <translation>1 haberde daha eksik olan eklenir</translation>
    </message>
    <message>
        <source>{} more articles get what was missing</source>
        <translation>{} haberde daha eksik olan eklenir</translation>
    </message>
    <message>
        <source>1 text is in the project already.</source>
        <translation>1 metin projede zaten var.</translation>
    </message>
    <message>
        <source>{} texts are in the project already.</source>
        <translation>{} metin projede zaten var.</translation>
    </message>
    <message>
        <source>1 text comes once more in this import and is one article.</source>
        <translation>1 metin bu içe aktarmada bir kez daha geliyor ve tek haber oluyor.</translation>
    </message>
    <message>
        <source>{} texts come once more in this import and are one article each.</source>
        <translation>{} metin bu içe aktarmada bir kez daha geliyor ve her biri tek haber oluyor.</translation>
    </message>
    <message>
        <source>1 note on an article or an annotation comes with it.</source>
        <translation>Haberlere ya da işaretlemelere yazılmış 1 not da gelir.</translation>
    </message>
    <message>
        <source>{} notes on articles and annotations come with it.</source>
        <translation>Haberlere ve işaretlemelere yazılmış {} not da gelir.</translation>
    </message>
    <message>
        <source>1 annotation is there already and stays as it is.</source>
        <translation>1 işaretleme zaten var ve olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>{} annotations are there already and stay as they are.</source>
        <translation>{} işaretleme zaten var ve oldukları gibi kalır.</translation>
    </message>
    <message>
        <source>1 annotation is in the sources more than once and is taken once.</source>
        <translation>1 işaretleme kaynaklarda birden çok kez var ve bir kez alınır.</translation>
    </message>
    <message>
        <source>{} annotations are in the sources more than once and are taken once.</source>
        <translation>{} işaretleme kaynaklarda birden çok kez var ve bir kez alınır.</translation>
    </message>
    <message>
        <source>1 annotation is left out, as was chosen.</source>
        <translation>1 işaretleme, seçildiği gibi dışarıda bırakılır.</translation>
    </message>
    <message>
        <source>{} annotations are left out, as was chosen.</source>
        <translation>{} işaretleme, seçildiği gibi dışarıda bırakılır.</translation>
    </message>
    <message>
        <source>1 argument is left out with its role, as was chosen.</source>
        <translation>1 öge, seçildiği gibi rolüyle birlikte dışarıda bırakılır.</translation>
    </message>
    <message>
        <source>{} arguments are left out with their roles, as was chosen.</source>
        <translation>{} öge, seçildiği gibi rolleriyle birlikte dışarıda bırakılır.</translation>
    </message>
    <message>
        <source>1 annotation is carried over to a newer version.</source>
        <translation>1 işaretleme yeni bir sürüme taşınır.</translation>
    </message>
    <message>
        <source>{} annotations are carried over to newer versions.</source>
        <translation>{} işaretleme yeni sürümlere taşınır.</translation>
    </message>
    <message>
        <source>1 article that was done is only started in its newer version.</source>
        <translation>Bitmiş olan 1 haber, yeni sürümünde yalnızca başlanmış durumda.</translation>
    </message>
    <message>
        <source>{} articles that were done are only started in their newer versions.</source>
        <translation>Bitmiş olan {} haber, yeni sürümlerinde yalnızca başlanmış durumda.</translation>
    </message>
    <message>
        <source>1 older version is skipped from now on.</source>
        <translation>1 eski sürüm bundan sonra atlanıyor.</translation>
    </message>
    <message>
        <source>{} older versions are skipped from now on.</source>
        <translation>{} eski sürüm bundan sonra atlanıyor.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} ve {count} tane daha</translation>
    </message>
    <message>
        <source>Their metadata come from the table {}.</source>
        <translation>Üstverileri {} tablosundan gelir.</translation>
    </message>
    <message>
        <source>Their metadata come from the tables {}.</source>
        <translation>Üstverileri {} tablolarından gelir.</translation>
    </message>
    <message>
        <source>1 without a publication date: set it in its properties, or “Thursday” cannot be dated.</source>
        <translation>1 tanesinin yayın tarihi yok: özelliklerinde verin, yoksa “perşembe” tarihlenemez.</translation>
    </message>
    <message>
        <source>{} without a publication date: set it in their properties, or “Thursday” cannot be dated.</source>
        <translation>{} tanesinin yayın tarihi yok: özelliklerinde verin, yoksa “perşembe” tarihlenemez.</translation>
    </message>
    <message>
        <source>No table ({}) that could say it was found beside them.</source>
        <translation>Yanlarında bunu söyleyebilecek bir tablo ({}) bulunamadı.</translation>
    </message>
    <message>
        <source>1 record or file is wrong and is left out: it is listed first, with a triangle.</source>
        <translation>1 kayıt ya da dosya hatalı, dışarıda kalır: ilk sırada, üçgenle listelenir.</translation>
    </message>
    <message>
        <source>{} records or files are wrong and are left out: they are listed first, with a triangle.</source>
        <translation>{} kayıt ya da dosya hatalı, dışarıda kalır: ilk sırada, üçgenle listelenir.</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>ve {} tane daha</translation>
    </message>
    <message>
        <source>{where} and {more} more</source>
        <translation>{where} ve {more} yer daha</translation>
    </message>
    <message>
        <source>{what} ({count} times)</source>
        <translation>{what} ({count} kez)</translation>
    </message>
    <message>
        <source>{count} carried over from {name}</source>
        <translation>{name} haberinden {count} taşınır</translation>
    </message>
    <message>
        <source>Stays in this older version; its words are not in the newer one</source>
        <translation>Bu eski sürümde kalır; sözcükleri yenisinde yok</translation>
    </message>
    <message>
        <source>Stays in this older version with both its ends; one of them is not in the newer one</source>
        <translation>İki ucuyla bu eski sürümde kalır; uçlarından biri yenisinde yok</translation>
    </message>
    <message>
        <source>This older version is skipped: what stays in it is in no training set</source>
        <translation>Bu eski sürüm atlanır: içinde kalanlar hiçbir eğitim kümesinde yer almaz</translation>
    </message>
    <message>
        <source>This older version is skipped: the newer one stands in its place</source>
        <translation>Bu eski sürüm atlandı: yerinde yenisi duruyor</translation>
    </message>
    <message>
        <source>Was done by {}, and is only started: its text is another one</source>
        <translation>{} için bitmişti, artık yalnızca başlanmış: metni başka</translation>
    </message>
    <message>
        <source>Nothing of what {} did moved: this older version keeps its state, the newer one is new</source>
        <translation>{} tarafından yapılanlardan hiçbiri taşınmadı: bu eski sürüm durumunu korur, yenisi yeni kalır</translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation>1 işaretleme</translation>
    </message>
    <message>
        <source>{} annotations</source>
        <translation>{} işaretleme</translation>
    </message>
    <message>
        <source>1 thing to mend</source>
        <translation>Düzeltilecek 1 şey</translation>
    </message>
    <message>
        <source>{} things to mend</source>
        <translation>Düzeltilecek {} şey</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Yönerge</translation>
    </message>
    <message>
        <source>Select a name or an event first; a date is linked to nothing.</source>
        <translation>Önce bir ad ya da olay seçin; tarih hiçbir şeye bağlanmaz.</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Go to a mention or to words with the arrows and press Enter, or click there; Esc leaves it.</source>
        <translation>Oklarla bir anmaya ya da sözcüklere gidip Enter&apos;a basın ya da oraya tıklayın; Esc vazgeçer.</translation>
    </message>
    <message>
        <source>A further piece of “{}”</source>
        <translation>“{}” için yeni bir parça</translation>
    </message>
    <message>
        <source>The schema has no relation for these two.</source>
        <translation>Şemada bu ikisi için bir ilişki yok.</translation>
    </message>
</context>
<context>
    <name>KeyedTimeline</name>
    <message>
        <source>contradicts: {order}</source>
        <translation>çelişiyor: {order}</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Labels of the source</source>
        <translation>Kaynağın etiketleri</translation>
    </message>
    <message>
        <source>Label there</source>
        <translation>Oradaki etiket</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Kaç tane</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Örneğin</translation>
    </message>
    <message>
        <source>Label here</source>
        <translation>Buradaki etiket</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
</context>
<context>
    <name>LagFoot</name>
    <message>
        <source>on the day: {n}</source>
        <translation>aynı gün: {n}</translation>
    </message>
    <message>
        <source>not here: {n} without a date</source>
        <translation>burada değil: tarihsiz {n}</translation>
    </message>
    <message>
        <source>from articles without a date: {n}</source>
        <translation>tarihsiz haberlerden: {n}</translation>
    </message>
    <message>
        <source>reported afterwards: {n}</source>
        <translation>sonradan haber verilen: {n}</translation>
    </message>
    <message>
        <source>reported ahead: {n}</source>
        <translation>önceden haber verilen: {n}</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Before</source>
        <translation>Önce</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Bulunan</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sonra</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Etiketi</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Haber</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>seçili</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Lines found</source>
        <translation>Bulunan satırlar</translation>
    </message>
</context>
<context>
    <name>LinesWork</name>
    <message>
        <source>Looking in all articles</source>
        <translation>Bütün haberlerde aranıyor</translation>
    </message>
    <message>
        <source>Looking at the annotations</source>
        <translation>İşaretlemelere bakılıyor</translation>
    </message>
    <message>
        <source>Ordering</source>
        <translation>Sıralanıyor</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Bağı çöz</translation>
    </message>
    <message>
        <source>Happening</source>
        <translation>Vaka</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Varlık</translation>
    </message>
    <message>
        <source>Find a happening</source>
        <translation>Vaka bul</translation>
    </message>
    <message>
        <source>Find an entity</source>
        <translation>Varlık bul</translation>
    </message>
    <message>
        <source>Link to {}   =</source>
        <translation>{} ile bağla   =</translation>
    </message>
    <message>
        <source>or {}</source>
        <translation>ya da {}</translation>
    </message>
    <message>
        <source>also {}</source>
        <translation>ayrıca {}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>tarihsiz</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>ve {} tane daha</translation>
    </message>
</context>
<context>
    <name>LongUndo</name>
    <message>
        <source>Undoing: {}</source>
        <translation>Geri alınıyor: {}</translation>
    </message>
    <message>
        <source>Doing again: {}</source>
        <translation>Yineleniyor: {}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The timeline is being drawn…</source>
        <translation>Zaman çizelgesi çiziliyor…</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Denetçi</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zaman çizelgesi</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Kütük</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Sorunlar</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>İşaretleyici</translation>
    </message>
    <message>
        <source>Whose annotations are shown and made</source>
        <translation>Kimin işaretlemelerinin gösterildiği ve yapıldığı</translation>
    </message>
</context>
<context>
    <name>MarkTable</name>
    <message>
        <source>Events in order of time</source>
        <translation>Zaman sırasına göre olaylar</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>tarihsiz</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planlanan</translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation>gerçekleşmedi</translation>
    </message>
</context>
<context>
    <name>MentionCard</name>
    <message>
        <source>Annotation</source>
        <translation>İşaretleme</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>This label is not in the schema.</source>
        <translation>Bu etiket şemada yok.</translation>
    </message>
    <message>
        <source>{} (default)</source>
        <translation>{} (varsayılan)</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>söylenmemiş</translation>
    </message>
    <message>
        <source>{relation} “{other}”</source>
        <translation>{relation} “{other}”</translation>
    </message>
    <message>
        <source>“{other}” {relation} this</source>
        <translation>“{other}” {relation} bu</translation>
    </message>
    <message>
        <source>Delete this relation</source>
        <translation>Bu ilişkiyi sil</translation>
    </message>
</context>
<context>
    <name>MenuDialogs</name>
    <message>
        <source>{}: undo brings it back.</source>
        <translation>{}: geri alınca döner.</translation>
    </message>
    <message>
        <source>The log is in {}</source>
        <translation>Günlük şurada: {}</translation>
    </message>
</context>
<context>
    <name>MergeStrip</name>
    <message>
        <source>Merge</source>
        <translation>Birleştir</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Aynı değil</translation>
    </message>
    <message>
        <source>Are “{}” and “{}” one?</source>
        <translation>“{}” ile “{}” aynı mı?</translation>
    </message>
    <message>
        <source>{} more to ask</source>
        <translation>{} soru daha</translation>
    </message>
    <message>
        <source>“{}” becomes an alias of “{}”; undo parts them again</source>
        <translation>“{}”, “{}” için diğer ad olur; geri alınca yeniden ayrılırlar</translation>
    </message>
    <message>
        <source>The reports of “{}” go to “{}”; undo parts them again</source>
        <translation>“{}” vakasının haberleri “{}” vakasına geçer; geri alınca yeniden ayrılırlar</translation>
    </message>
</context>
<context>
    <name>Misnamed</name>
    <message>
        <source>The name of a project that is worked on ends in {suffix}</source>
        <translation>Üzerinde çalışılan bir projenin adı {suffix} ile biter</translation>
    </message>
    <message>
        <source>Copy it to {name} and work on the copy. The file itself stays as it is.</source>
        <translation>Onu {name} olarak kopyalayın ve kopya üzerinde çalışın. Dosyanın kendisi olduğu gibi kalır.</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>1 entity</source>
        <translation>1 varlık</translation>
    </message>
    <message>
        <source>{} entities</source>
        <translation>{} varlık</translation>
    </message>
    <message>
        <source>1 time</source>
        <translation>1 zaman</translation>
    </message>
    <message>
        <source>{} times</source>
        <translation>{} zaman</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 olay</translation>
    </message>
    <message>
        <source>{} events</source>
        <translation>{} olay</translation>
    </message>
    <message>
        <source>1 relation</source>
        <translation>1 ilişki</translation>
    </message>
    <message>
        <source>{} relations</source>
        <translation>{} ilişki</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Yeni proje</translation>
    </message>
    <message>
        <source>Dateline projects (*{})</source>
        <translation>Dateline projeleri (*{})</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>Proje dosyası</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Schema file</source>
        <translation>Şema dosyası</translation>
    </message>
    <message>
        <source>Schemas (*.toml)</source>
        <translation>Şemalar (*.toml)</translation>
    </message>
    <message>
        <source>Folder of texts</source>
        <translation>Metin klasörü</translation>
    </message>
    <message>
        <source>none: import later</source>
        <translation>yok: sonra içe aktar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Make project</source>
        <translation>Proje oluştur</translation>
    </message>
    <message>
        <source>From a file of my own…</source>
        <translation>Kendi dosyamdan…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Dosya</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Etiketler</translation>
    </message>
    <message>
        <source>&amp;Texts</source>
        <translation>&amp;Metinler</translation>
    </message>
    <message>
        <source>A folder of .txt or .html files; a table articles.tsv or .csv in it gives titles and dates.</source>
        <translation>.txt veya .html dosyalarından bir klasör; içindeki articles.tsv veya .csv tablosu başlıkları ve tarihleri verir.</translation>
    </message>
    <message>
        <source>This schema cannot be used. {}</source>
        <translation>Bu şema kullanılamaz. {}</translation>
    </message>
    <message>
        <source>{} is there already: choose another name, or open it.</source>
        <translation>{} zaten var: başka bir ad seçin ya da onu açın.</translation>
    </message>
    <message>
        <source>There is no folder {}.</source>
        <translation>{} klasörü yok.</translation>
    </message>
</context>
<context>
    <name>NothingYet</name>
    <message>
        <source>No articles yet</source>
        <translation>Henüz makale yok</translation>
    </message>
    <message>
        <source>Texts, tables, feeds, or what other tools have annotated</source>
        <translation>Metinler, tablolar, haber akışları ya da başka araçların işaretledikleri</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Makale içe aktar</translation>
    </message>
    <message>
        <source>Or drop files and folders here.</source>
        <translation>Ya da dosya ve klasörleri buraya bırakın.</translation>
    </message>
    <message>
        <source>This project is open for reading only: nothing can be imported.</source>
        <translation>Bu proje yalnızca okumak için açık: bir şey içe aktarılamaz.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n event(s) just dated, earlier</source>
        <translation>
            <numerusform>daha erken, yeni tarihlenen %n olay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) earlier</source>
        <translation>
            <numerusform>daha önce %n olay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) just dated, later</source>
        <translation>
            <numerusform>daha sonra, yeni tarihlenen %n olay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) later</source>
        <translation>
            <numerusform>daha sonra %n olay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) above</source>
        <translation>
            <numerusform>yukarıda %n olay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) below</source>
        <translation>
            <numerusform>aşağıda %n olay</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} earlier</source>
        <translation>daha önce {n}</translation>
    </message>
    <message>
        <source>{n} later</source>
        <translation>daha sonra {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) above</source>
        <translation>
            <numerusform>yukarıda %n gün</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) below</source>
        <translation>
            <numerusform>aşağıda %n gün</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomePage</name>
    <message>
        <source>Copy list</source>
        <translation>Listeyi kopyala</translation>
    </message>
</context>
<context>
    <name>OverlapList</name>
    <message>
        <source>Annotations here, outermost first</source>
        <translation>Buradaki işaretlemeler, en dıştaki önce</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>Action</source>
        <translation>Eylem</translation>
    </message>
    <message>
        <source>Tag as {}</source>
        <translation>{} olarak etiketle</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Haber</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Varlık</translation>
    </message>
    <message>
        <source>Happening</source>
        <translation>Vaka</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Entities</source>
        <translation>Varlıklar</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zamanlar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>İlişkiler</translation>
    </message>
    <message>
        <source>Filter labels</source>
        <translation>Etiketleri süz</translation>
    </message>
    <message>
        <source>No label matches.</source>
        <translation>Eşleşen etiket yok.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>&lt;b&gt;{key}&lt;/b&gt; then …</source>
        <translation>&lt;b&gt;{key}&lt;/b&gt; sonra …</translation>
    </message>
    <message>
        <source>Armed: &lt;b&gt;{label}&lt;/b&gt;. Esc lets go.</source>
        <translation>Kurulu: &lt;b&gt;{label}&lt;/b&gt;. Esc bırakır.</translation>
    </message>
    <message>
        <source>A label&apos;s guideline shows here while the pointer is on it or a mention with it is selected.</source>
        <translation>İmleç bir etiketin üzerindeyken ya da onu taşıyan bir anma seçiliyken yönergesi burada görünür.</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Seç…</translation>
    </message>
    <message>
        <source>Choose: {}</source>
        <translation>Seçin: {}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>The picture would be {height} pixels high, {most} at most: choose a smaller scale, or SVG.</source>
        <translation>Resmin yüksekliği {height} piksel olurdu, en çok {most} olabilir: daha küçük bir ölçek ya da SVG seçin.</translation>
    </message>
    <message>
        <source>{path} could not be written</source>
        <translation>{path} yazılamadı</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Nothing would be added</source>
        <translation>Hiçbir şey eklenmeyecek</translation>
    </message>
    <message>
        <source>Nothing new: all of it is in the project already</source>
        <translation>Yeni bir şey yok: hepsi projede zaten var</translation>
    </message>
    <message>
        <source>1 new article</source>
        <translation>1 yeni haber</translation>
    </message>
    <message>
        <source>{} new articles</source>
        <translation>{} yeni haber</translation>
    </message>
    <message>
        <source>1 new annotation</source>
        <translation>1 yeni işaretleme</translation>
    </message>
    <message>
        <source>{} new annotations</source>
        <translation>{} yeni işaretleme</translation>
    </message>
    <message>
        <source>{articles}, {annotations}</source>
        <translation>{articles}, {annotations}</translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation>1 işaretleme</translation>
    </message>
    <message>
        <source>Counting again…</source>
        <translation>Yeniden sayılıyor…</translation>
    </message>
    <message>
        <source>Become what was chosen at an earlier import: {}.</source>
        <translation>Önceki bir içe aktarmada seçilene dönüşenler: {}.</translation>
    </message>
    <message>
        <source>Nothing could be read</source>
        <translation>Hiçbir şey okunamadı</translation>
    </message>
    <message>
        <source>Nothing new: what could be read is in the project already</source>
        <translation>Yeni bir şey yok: okunabilenlerin hepsi zaten projede</translation>
    </message>
    <message>
        <source>Nothing new: all that was read is in the project already</source>
        <translation>Yeni bir şey yok: okunanların hepsi zaten projede</translation>
    </message>
    <message>
        <source>What is missing of 1 article would be added</source>
        <translation>1 haberin eksiği tamamlanacak</translation>
    </message>
    <message>
        <source>What is missing of {} articles would be added</source>
        <translation>{} haberin eksiği tamamlanacak</translation>
    </message>
    <message>
        <source>{} annotations</source>
        <translation>{} işaretleme</translation>
    </message>
    <message>
        <source>1 text is in the project already; what is annotated and not there yet joins it.</source>
        <translation>1 metin projede zaten var; işaretlenmiş olup orada henüz bulunmayanlar ona eklenir.</translation>
    </message>
    <message>
        <source>{} texts are in the project already; what is annotated and not there yet joins them.</source>
        <translation>{} metin projede zaten var; işaretlenmiş olup orada henüz bulunmayanlar onlara eklenir.</translation>
    </message>
    <message>
        <source>1 time comes without a value: it is read from its words and the publication date.</source>
        <translation>1 zaman ifadesi değersiz geliyor: sözcüklerinden ve yayın tarihinden okunur.</translation>
    </message>
    <message>
        <source>{} times come without a value: they are read from their words and the publication date.</source>
        <translation>{} zaman ifadesi değersiz geliyor: sözcüklerinden ve yayın tarihinden okunur.</translation>
    </message>
    <message>
        <source>Annotators: {}.</source>
        <translation>İşaretleyiciler: {}.</translation>
    </message>
    <message>
        <source>1 label of its schema is new here</source>
        <translation>şemasındaki 1 etiket burada yeni</translation>
    </message>
    <message>
        <source>{} labels of its schema are new here</source>
        <translation>şemasındaki {} etiket burada yeni</translation>
    </message>
    <message>
        <source>1 state of an article that is not set here.</source>
        <translation>burada belirtilmemiş 1 haber durumu.</translation>
    </message>
    <message>
        <source>{} states of articles that are not set here.</source>
        <translation>burada belirtilmemiş {} haber durumu.</translation>
    </message>
    <message>
        <source>1 label is not in the project&apos;s schema and is added: choose if it is to become another.</source>
        <translation>1 etiket projenin şemasında yok ve eklenecek: başka bir etiket olacaksa seçin.</translation>
    </message>
    <message>
        <source>{} labels are not in the schema and are added: choose if they are to become others.</source>
        <translation>{} etiket şemada yok ve eklenecek: başka etiketler olacaklarsa seçin.</translation>
    </message>
    <message>
        <source>What {} becomes</source>
        <translation>{} ne olacak</translation>
    </message>
    <message>
        <source>New label {}</source>
        <translation>Yeni etiket: {}</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Atla</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Varlık</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Olay</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>İlişki</translation>
    </message>
    <message>
        <source>{role} of {event}</source>
        <translation>{event}: {role}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>What the role {} becomes</source>
        <translation>{} rolü ne olacak</translation>
    </message>
    <message>
        <source>Role of {}, which does not have it</source>
        <translation>{} olayının rolü, ama onda böyle bir rol yok</translation>
    </message>
    <message>
        <source>Role {}</source>
        <translation>{} rolü</translation>
    </message>
    <message>
        <source>Role {role} of {event}</source>
        <translation>{event} olayının {role} rolü</translation>
    </message>
    <message>
        <source>Left out with what it is on</source>
        <translation>Üzerinde durduğuyla birlikte alınmayacak</translation>
    </message>
    <message>
        <source>Role of {}</source>
        <translation>{} olayının rolü</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Dateline</source>
        <translation>Dateline</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Metni kopyala</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>line {}</source>
        <translation>satır {}</translation>
    </message>
    <message>
        <source>element {}</source>
        <translation>{}. eleman</translation>
    </message>
    <message>
        <source>What is worth knowing</source>
        <translation>Bilmekte yarar olanlar</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nerede</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Ne yapmalı</translation>
    </message>
    <message>
        <source>Left out: {}</source>
        <translation>Dışarıda kalan: {}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Sorunlar</translation>
    </message>
    <message>
        <source>Nothing contradicts itself, and nothing that is required is missing.</source>
        <translation>Kendiyle çelişen bir şey yok, gerekli olup eksik kalan bir şey de yok.</translation>
    </message>
    <message>
        <source>The articles have not all been checked yet. What contradicts itself will stand here.</source>
        <translation>Haberlerin tümü henüz denetlenmedi. Kendiyle çelişen ne varsa burada görünecek.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>{title} (+{n})</source>
        <translation>{title} (+{n})</translation>
    </message>
    <message>
        <source>Stopping; nothing is left half-done.</source>
        <translation>Durduruluyor; hiçbir şey yarım kalmaz.</translation>
    </message>
</context>
<context>
    <name>ProjectSearchPanel</name>
    <message>
        <source>Search all articles</source>
        <translation>Bütün haberlerde ara</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot; and begin*; case and diacritics make no difference</source>
        <translation>Sözcük, &quot;öbek&quot; ve başlangıç*; büyük/küçük harf ve işaretler önemsiz</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>Bulunan haberler</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Bütün satırlar</translation>
    </message>
    <message>
        <source>Every place where these words stand, side by side, to be tagged (Ctrl+Enter)</source>
        <translation>Bu sözcüklerin geçtiği her yer, yan yana, etiketlenmek üzere (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 haber</translation>
    </message>
    <message>
        <source>{} articles</source>
        <translation>{} haber</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Bir şey bulunamadı</translation>
    </message>
    <message>
        <source>, the best {} listed</source>
        <translation>, en iyi {} tanesi listede</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Ara</translation>
    </message>
</context>
<context>
    <name>PropertiesDialog</name>
    <message>
        <source>Properties of the article</source>
        <translation>Haberin özellikleri</translation>
    </message>
    <message>
        <source>2018-04-19, or 2018-04-19T14:30</source>
        <translation>2018-04-19 ya da 2018-04-19T14:30</translation>
    </message>
    <message>
        <source>Of the article, for everybody; a note of your own is written in the inspector</source>
        <translation>Haberin herkes için notu; kendi notunuz denetçide yazılır</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Sözcükler</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Şimdi</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Sonra</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>İşaretleyici</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Uygula</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Ba&amp;şlık</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>&amp;Yayın tarihi</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>K&amp;aynak</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>A&amp;dres</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Di&amp;l</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Not</translation>
    </message>
    <message>
        <source>{} characters</source>
        <translation>{} karakter</translation>
    </message>
    <message>
        <source>newer version: {}</source>
        <translation>yeni sürümü: {}</translation>
    </message>
    <message>
        <source>Published: {}.</source>
        <translation>Yayın tarihi: {}.</translation>
    </message>
    <message>
        <source>1 date set by hand stays</source>
        <translation>Elle konmuş 1 tarih kalır</translation>
    </message>
    <message>
        <source>{} dates set by hand stay</source>
        <translation>Elle konmuş {} tarih kalır</translation>
    </message>
    <message>
        <source>No date found by rule changes with it</source>
        <translation>Kuralla bulunmuş hiçbir tarih onunla değişmez</translation>
    </message>
    <message>
        <source>1 date found by rule changes with it</source>
        <translation>Kuralla bulunmuş 1 tarih onunla değişir</translation>
    </message>
    <message>
        <source>{} dates found by rule change with it</source>
        <translation>Kuralla bulunmuş {} tarih onunla değişir</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>{label} (not in schema)</source>
        <translation>{label} (şemada yok)</translation>
    </message>
    <message>
        <source>{role} of {event}</source>
        <translation>{event} olayının {role} ögesi</translation>
    </message>
    <message>
        <source>in {types}</source>
        <translation>{types} içinde</translation>
    </message>
</context>
<context>
    <name>ReaderPane</name>
    <message>
        <source>No label has the keys {prefix} {stroke}.</source>
        <translation>{prefix} {stroke} tuşlarında etiket yok.</translation>
    </message>
    <message>
        <source>{} is armed: every click or drag tags, until Esc.</source>
        <translation>{} kurulu: Esc&apos;e kadar her tıklama ya da sürükleme etiketler.</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Article text</source>
        <translation>Haber metni</translation>
    </message>
    <message>
        <source>Arrows move by word, Shift extends, letters tag.</source>
        <translation>Oklar sözcük sözcük gider, Shift genişletir, harfler etiketler.</translation>
    </message>
</context>
<context>
    <name>ReadingQuestion</name>
    <message>
        <source>What do the offsets count?</source>
        <translation>Konumlar neyi sayıyor?</translation>
    </message>
    <message>
        <source>{file} has emoji or other characters that programs count differently, and nothing in it says how its offsets count them. Choose the reading whose words are whole.</source>
        <translation>{file} dosyasında emoji ya da programların farklı saydığı başka karakterler var; konumların bunları nasıl saydığını dosyada söyleyen bir şey yok. Sözcükleri bütün olan okumayı seçin.</translation>
    </message>
    <message>
        <source>Annotated words: {}</source>
        <translation>İşaretli sözcükler: {}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>Böyle oku</translation>
    </message>
    <message>
        <source>&amp;UTF-16 units, as doccano&apos;s window makes them</source>
        <translation>&amp;UTF-16 birimleri, doccano penceresinin yaptığı gibi</translation>
    </message>
    <message>
        <source>&amp;Characters (code points), as programs in Python make them</source>
        <translation>&amp;Karakterler (kod noktaları), Python programlarının yaptığı gibi</translation>
    </message>
    <message>
        <source>&amp;Graphemes, as doccano makes them where a project is set so</source>
        <translation>&amp;Grafemler, proje öyle ayarlandığında doccano&apos;nun yaptığı gibi</translation>
    </message>
</context>
<context>
    <name>RegistryPanel</name>
    <message>
        <source>New entity</source>
        <translation>Yeni varlık</translation>
    </message>
    <message>
        <source>New happening</source>
        <translation>Yeni vaka</translation>
    </message>
    <message>
        <source>{} (2)</source>
        <translation>{} (2)</translation>
    </message>
    <message>
        <source>Nothing in the articles is linked to it.</source>
        <translation>Haberlerde buna bağlı bir şey yok.</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Yukarı taşı</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Aşağı taşı</translation>
    </message>
</context>
<context>
    <name>SavePicture</name>
    <message>
        <source>Save the timeline as a picture</source>
        <translation>Zaman çizelgesini resim olarak kaydet</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Resimler (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Çizimler (*.svg)</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Web sayfaları (*.html)</translation>
    </message>
    <message>
        <source>Saving {}</source>
        <translation>{} kaydediliyor</translation>
    </message>
    <message>
        <source>{} was not saved.</source>
        <translation>{} kaydedilemedi.</translation>
    </message>
    <message>
        <source>Save article as a picture</source>
        <translation>Haberi resim olarak kaydet</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Kaydedildi: {}</translation>
    </message>
    <message>
        <source>Save the timeline as a web page</source>
        <translation>Zaman çizelgesini web sayfası olarak kaydet</translation>
    </message>
</context>
<context>
    <name>SchemaChecks</name>
    <message>
        <source>a type needs a name</source>
        <translation>bir tür için ad gerekli</translation>
    </message>
    <message>
        <source>the key {} is the reader&apos;s: {}</source>
        <translation>{} tuşunu okuma görünümü kullanıyor: {}</translation>
    </message>
    <message>
        <source>the key {} must be lower-case: Shift tags every identical occurrence</source>
        <translation>{} tuşu küçük harf olmalı: Shift aynısının geçtiği her yeri etiketler</translation>
    </message>
    <message>
        <source>{} is not a colour; write it like #2b6cb0</source>
        <translation>{} bir renk değil; #2b6cb0 gibi yazın</translation>
    </message>
    <message>
        <source>the role {} takes {}, which is no label of this schema</source>
        <translation>{} rolü {} alıyor, ama bu şemada böyle bir etiket yok</translation>
    </message>
    <message>
        <source>a role needs a name</source>
        <translation>bir rol için ad gerekli</translation>
    </message>
    <message>
        <source>an attribute needs a name</source>
        <translation>bir öznitelik için ad gerekli</translation>
    </message>
    <message>
        <source>{} is not among the values of {}</source>
        <translation>{}, şu özniteliğin değerleri arasında yok: {}</translation>
    </message>
    <message>
        <source>The key {} of {} also belongs to the label {}.</source>
        <translation>{} tuşu ({}) aynı zamanda {} etiketinin.</translation>
    </message>
    <message>
        <source>{} and {} have the same key {}.</source>
        <translation>{} ile {} aynı tuşta: {}.</translation>
    </message>
</context>
<context>
    <name>SchemaEditor</name>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Şununla birleştir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Yukarı taşı</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Aşağı taşı</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Uygula</translation>
    </message>
    <message>
        <source>Save as TOML…</source>
        <translation>TOML olarak kaydet…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Varlık</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zaman</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Olay</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>İlişki</translation>
    </message>
    <message>
        <source>Deletes the label. {}</source>
        <translation>Etiketi siler. {}</translation>
    </message>
    <message>
        <source>Touches 1 annotation.</source>
        <translation>1 işaretlemeyi etkiler.</translation>
    </message>
    <message>
        <source>Touches {} annotations.</source>
        <translation>{} işaretlemeyi etkiler.</translation>
    </message>
    <message>
        <source>Touches 1 filled role.</source>
        <translation>1 dolu rolü etkiler.</translation>
    </message>
    <message>
        <source>Touches {} filled roles.</source>
        <translation>{} dolu rolü etkiler.</translation>
    </message>
    <message>
        <source>{} fillers keep a role that the label no longer has; the check lists them.</source>
        <translation>{} doldurucu, etikette artık olmayan bir rolde kalır; denetim bunları listeler.</translation>
    </message>
    <message>
        <source>Touches no annotation.</source>
        <translation>Hiçbir işaretlemeyi etkilemez.</translation>
    </message>
    <message>
        <source>A long job is running: wait for it, or cancel it below.</source>
        <translation>Uzun bir iş sürüyor: bekle ya da aşağıdan vazgeç.</translation>
    </message>
    <message>
        <source>Changing {} annotations</source>
        <translation>{} işaretleme değiştiriliyor</translation>
    </message>
    <message>
        <source>{label} ({count} on the same words are joined)</source>
        <translation>{label} (aynı sözcüklerdeki {count} tanesi birleşir)</translation>
    </message>
    <message>
        <source>Save the labels</source>
        <translation>Etiketleri kaydet</translation>
    </message>
    <message>
        <source>Schemas (*.toml)</source>
        <translation>Şemalar (*.toml)</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Kaydedildi: {}</translation>
    </message>
</context>
<context>
    <name>SchemaList</name>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Varlıklar</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zamanlar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>İlişkiler</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Temizle</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>What you tag joins the imported annotations of {name}; choose another annotator below.</source>
        <translation>İşaretledikleriniz, içe aktarılan {name} işaretlemelerine katılır; aşağıdan başka bir işaretleyici seçin.</translation>
    </message>
    <message>
        <source>A long job is running; editing goes on when it has ended or was cancelled.</source>
        <translation>Uzun bir iş sürüyor; bitince ya da vazgeçilince düzenleme sürer.</translation>
    </message>
    <message>
        <source>Open for reading only: nothing can be changed here.</source>
        <translation>Yalnız okumak için açık: burada hiçbir şey değiştirilemez.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Genişlik</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Satır aralığı</translation>
    </message>
    <message>
        <source>{} points</source>
        <translation>{} punto</translation>
    </message>
    <message>
        <source>{} characters a line</source>
        <translation>satırda {} karakter</translation>
    </message>
    <message>
        <source>{} times the usual</source>
        <translation>olağanın {} katı</translation>
    </message>
    <message>
        <source>Page as at first</source>
        <translation>Sayfayı ilk haline döndür</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Sistem gibi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Yüksek karşıtlık</translation>
    </message>
    <message>
        <source>The serif that suits best</source>
        <translation>En uygun tırnaklı yazı tipi</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Ad</translation>
    </message>
    <message>
        <source>Your annotations carry it, in projects opened from now on.</source>
        <translation>Bundan sonra açılan projelerde işaretlemelerin bu adı taşır.</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Di&amp;l</translation>
    </message>
    <message>
        <source>The language changes when Dateline is started again.</source>
        <translation>Dil, Dateline yeniden başlatılınca değişir.</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Sayfa</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>&amp;Yazı tipi</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Boyut</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Genişlik</translation>
    </message>
    <message>
        <source>Line s&amp;pacing</source>
        <translation>&amp;Satır aralığı</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Labels: entities</source>
        <translation>Etiketler: varlıklar</translation>
    </message>
    <message>
        <source>Labels: times</source>
        <translation>Etiketler: zamanlar</translation>
    </message>
    <message>
        <source>Labels: events</source>
        <translation>Etiketler: olaylar</translation>
    </message>
    <message>
        <source>Labels: relations</source>
        <translation>Etiketler: ilişkiler</translation>
    </message>
    <message>
        <source>While an event is selected: roles</source>
        <translation>Bir olay seçiliyken: roller</translation>
    </message>
    <message>
        <source>While an annotation is selected: attributes</source>
        <translation>Bir işaretleme seçiliyken: öznitelikler</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>Tuşlar ve hareketler</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Bir tuşu ya da ne yaptığını bul</translation>
    </message>
    <message>
        <source>Nothing here has that key or name.</source>
        <translation>Burada o tuşta ya da adda bir şey yok.</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>Problems</source>
        <translation>Sorunlar</translation>
    </message>
</context>
<context>
    <name>SoughtOptions</name>
    <message>
        <source>Whole words</source>
        <translation>Tam sözcük</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Düzenli ifade</translation>
    </message>
    <message>
        <source>Case and accents</source>
        <translation>Büyük/küçük harf ve işaretler</translation>
    </message>
    <message>
        <source>else Çavuşoğlu is found by cavusoglu</source>
        <translation>yoksa cavusoglu aranınca Çavuşoğlu da bulunur</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Files and folders to import</source>
        <translation>İçe aktarılacak dosya ve klasörler</translation>
    </message>
    <message>
        <source>Drop files and folders here, or add them with the buttons</source>
        <translation>Dosya ve klasörleri buraya bırakın ya da düğmelerle ekleyin</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Nothing in view: {where}</source>
        <translation>Görünürde bir şey yok: {where}</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>İstatistikler</translation>
    </message>
    <message>
        <source>Articles by annotator</source>
        <translation>İşaretleyiciye göre haberler</translation>
    </message>
    <message>
        <source>Annotations by label</source>
        <translation>Etikete göre işaretlemeler</translation>
    </message>
    <message>
        <source>Copy tables</source>
        <translation>Tabloları kopyala</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Sayılıyor</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 haber</translation>
    </message>
    <message>
        <source>{} articles</source>
        <translation>{} haber</translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation>1 işaretleme</translation>
    </message>
    <message>
        <source>{} annotations</source>
        <translation>{} işaretleme</translation>
    </message>
    <message>
        <source>1 filled role</source>
        <translation>1 dolu rol</translation>
    </message>
    <message>
        <source>{} filled roles</source>
        <translation>{} dolu rol</translation>
    </message>
    <message>
        <source>1 relation</source>
        <translation>1 ilişki</translation>
    </message>
    <message>
        <source>{} relations</source>
        <translation>{} ilişki</translation>
    </message>
    <message>
        <source>1 entity</source>
        <translation>1 varlık</translation>
    </message>
    <message>
        <source>{} entities</source>
        <translation>{} varlık</translation>
    </message>
    <message>
        <source>1 happening</source>
        <translation>1 vaka</translation>
    </message>
    <message>
        <source>{} happenings</source>
        <translation>{} vaka</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>İşaretleyici</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlanan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Biten</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Atlanan</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>İşaretlemeler</translation>
    </message>
    <message>
        <source>person</source>
        <translation>kişi</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>import</source>
        <translation>içe aktarma</translation>
    </message>
    <message>
        <source>adjudicator</source>
        <translation>hakem</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tümü</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Nothing to undo.</source>
        <translation>Geri alınacak bir şey yok.</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>Yinelenecek bir şey yok.</translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation>Geri alındı: {}</translation>
    </message>
    <message>
        <source>Done again: {}</source>
        <translation>Yinelendi: {}</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Reject “{words}”</source>
        <translation>“{words}” önerisini reddet</translation>
    </message>
    <message>
        <source>Rejected and remembered: “{words}”; undo takes it back.</source>
        <translation>Reddedildi ve hatırlanacak: “{words}”; geri al ile geri alınır.</translation>
    </message>
</context>
<context>
    <name>SuggestionWalk</name>
    <message>
        <source>Looking for what to suggest here; the article is done if there is nothing.</source>
        <translation>Burada ne önerilebileceğine bakılıyor; bir şey yoksa haber bitti sayılır.</translation>
    </message>
    <message>
        <source>{n} are suggested here; the article is not done yet. Once more takes those in view.</source>
        <translation>Burada {n} öneri var; haber henüz bitmedi. Bir kez daha basınca görünenler kabul edilir.</translation>
    </message>
    <message>
        <source>{n} accepted; {more} more are proposed from here on.</source>
        <translation>{n} öneri kabul edildi; buradan sonra {more} öneri daha var.</translation>
    </message>
    <message>
        <source>{n} accepted, one undo takes them back; once more marks the article done.</source>
        <translation>{n} öneri kabul edildi, tek geri alma hepsini kaldırır; bir kez daha basınca haber bitti sayılır.</translation>
    </message>
    <message>
        <source>All suggestions are answered. Tab once more goes on to the panels.</source>
        <translation>Bütün öneriler yanıtlandı. Bir kez daha Tab panellere geçer.</translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>{}: being opened…</source>
        <translation>{}: açılıyor…</translation>
    </message>
    <message>
        <source>There is no table among the sources.</source>
        <translation>Kaynaklar arasında tablo yok.</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nerede</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Miktarlar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planlanan</translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation>gerçekleşmedi</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>tarihsiz</translation>
    </message>
</context>
<context>
    <name>ThingDetails</name>
    <message>
        <source>parted by ;</source>
        <translation>; ile ayrılmış</translation>
    </message>
    <message>
        <source>Q42, or as you like</source>
        <translation>Q42 ya da dilediğin gibi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Diğer adlar</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kimlik</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Anmalar</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Bilgiler</translation>
    </message>
    <message>
        <source>no article says when</source>
        <translation>hiçbir haber ne zaman olduğunu söylemiyor</translation>
    </message>
    <message>
        <source>Set by hand it counts more than the articles; emptied, they count again</source>
        <translation>Elle verilirse haberlerden önce gelir; boşaltılırsa yine haberler geçerli olur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>tarihsiz</translation>
    </message>
    <message>
        <source>{} mentions</source>
        <translation>{} anma</translation>
    </message>
    <message>
        <source>1 mention</source>
        <translation>1 anma</translation>
    </message>
    <message>
        <source>The first {}; Enter in the list above goes through them</source>
        <translation>İlk {}; yukarıdaki listede Enter hepsini dolaşır</translation>
    </message>
</context>
<context>
    <name>ThingRows</name>
    <message>
        <source>first told {}</source>
        <translation>ilk anılış: {}</translation>
    </message>
    <message>
        <source>told {}</source>
        <translation>anılış: {}</translation>
    </message>
    <message>
        <source>First told</source>
        <translation>İlk anılış</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>№</source>
        <translation>№</translation>
    </message>
    <message>
        <source>When the first article that mentions it appeared</source>
        <translation>Onu anan ilk yazının yayımlandığı gün</translation>
    </message>
    <message>
        <source>When it takes place; grey where no article says so: when it was first told of</source>
        <translation>Ne zaman gerçekleştiği; hiçbir yazının söylemediği yerde, gri olarak, ilk ne zaman anıldığı</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Anmalar</translation>
    </message>
</context>
<context>
    <name>ThingsList</name>
    <message>
        <source>What is listed</source>
        <translation>Listelenen</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Varlıklar</translation>
    </message>
    <message>
        <source>Happenings</source>
        <translation>Vakalar</translation>
    </message>
    <message>
        <source>Find by name, alias or id</source>
        <translation>Ad ya da kimlik bul</translation>
    </message>
    <message>
        <source>Only of this type</source>
        <translation>Yalnız bu türden</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Bütün türler</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Bu adda bir şey yok.</translation>
    </message>
    <message>
        <source>No entities yet. Select a name in the text and press = to say who or what it is.</source>
        <translation>Henüz varlık yok. Metinde bir ad seçin ve = ile kim ya da ne olduğunu söyleyin.</translation>
    </message>
    <message>
        <source>No happenings yet. Select an event in the text and press = to link its reports together.</source>
        <translation>Henüz vaka yok. Metinde bir olay seçin ve = ile onu anlatan haberleri birbirine bağlayın.</translation>
    </message>
</context>
<context>
    <name>TimeCard</name>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Another date: 2018-04-19, May 2018, since 2011</source>
        <translation>Başka bir tarih: 2018-04-19, Mayıs 2018, 2011 ve sonrası</translation>
    </message>
    <message>
        <source>Set the date by hand</source>
        <translation>Tarihi elle ver</translation>
    </message>
    <message>
        <source>Back to the rule&apos;s reading</source>
        <translation>Kuralın okuyuşuna dön</translation>
    </message>
    <message>
        <source>there is no such day</source>
        <translation>böyle bir gün yok</translation>
    </message>
    <message>
        <source>not on the calendar</source>
        <translation>takvimde yeri yok</translation>
    </message>
    <message>
        <source>Nothing is known of this date yet.</source>
        <translation>Bu tarih hakkında henüz bir şey bilinmiyor.</translation>
    </message>
    <message>
        <source> (the rule said {})</source>
        <translation> (kurala göre {})</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>elle verildi</translation>
    </message>
    <message>
        <source>from “{}”</source>
        <translation>“{}” ifadesinden</translation>
    </message>
    <message>
        <source>published {}</source>
        <translation>yayım {}</translation>
    </message>
    <message>
        <source>the article has no publication date</source>
        <translation>haberin yayım tarihi yok</translation>
    </message>
</context>
<context>
    <name>TimelineFeed</name>
    <message>
        <source>no project is open any more</source>
        <translation>artık açık bir proje yok</translation>
    </message>
    <message>
        <source>{name}: now {date}, which contradicts {order}; undo takes it back.</source>
        <translation>{name}: artık {date}; şununla çelişiyor: {order}; geri alınca döner.</translation>
    </message>
    <message>
        <source>{name}: now {date}; undo takes it back.</source>
        <translation>{name}: artık {date}; geri alınca döner.</translation>
    </message>
    <message>
        <source>All articles are shown again.</source>
        <translation>Yeniden tüm haberler gösteriliyor.</translation>
    </message>
    <message>
        <source>{dates}: articles that tell of it or appeared in it, {n} in all. Esc there shows all again.</source>
        <translation>{dates}: onu anlatan ya da o sırada yayımlanan haberler, toplam {n}. Orada Esc yine hepsini gösterir.</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Annotations</source>
        <translation>İşaretlemeler</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Haber</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>but the dates say otherwise</source>
        <translation>ama tarihler başka türlü söylüyor</translation>
    </message>
    <message>
        <source>Each lane holds what was reported on one day; right of the line lies what was still to come.</source>
        <translation>Her şeritte bir günde bildirilenler durur; çizginin sağında o gün henüz olmamış olanlar vardır.</translation>
    </message>
    <message>
        <source>Colours: system</source>
        <translation>Renkler: sistem</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Renkler: koyu</translation>
    </message>
    <message>
        <source>No dated events</source>
        <translation>Tarihli olay yok</translation>
    </message>
    <message>
        <source>{n} events, {undated} of them undated</source>
        <translation>{n} olay, {undated} tanesi tarihsiz</translation>
    </message>
    <message>
        <source>Find events</source>
        <translation>Olay bul</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Sığdır</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruplama</translation>
    </message>
    <message>
        <source>Arrows step from event to event, up and down change the lane, plus and minus zoom, F shows everything, L shows when it was reported, O their order, M the measures, Enter goes to the text, Escape closes. The table below says the same in words.</source>
        <translation>Oklar olaydan olaya gider, yukarı ve aşağı şerit değiştirir, artı ve eksi yakınlaştırıp uzaklaştırır, F hepsini, L ne zaman bildirildiğini, O sıralarını, M ölçüleri gösterir, Enter metne gider, Escape kapatır. Aşağıdaki tablo aynısını sözcüklerle söyler.</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Renkler: açık</translation>
    </message>
    <message>
        <source>Events in order of time</source>
        <translation>Zaman sırasına göre olaylar</translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation>gerçekleşmedi</translation>
    </message>
    <message>
        <source>There are no events yet.</source>
        <translation>Henüz olay yok.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Bir şey bulunamadı</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Katılımcı</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planlanan</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Yayın</translation>
    </message>
    <message>
        <source>Skip to the list of events</source>
        <translation>Olay listesine geç</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zaman çizelgesi</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>tarihsiz</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>Adsız</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>Zaman çizelgesi</translation>
    </message>
    <message>
        <source>Timeline of events</source>
        <translation>Olayların zaman çizelgesi</translation>
    </message>
    <message>
        <source>Arrows step from event to event, Enter opens its article. The list view says the same in words.</source>
        <translation>Oklar olaydan olaya gider, Enter haberini açar. Liste görünümü aynısını sözcüklerle söyler.</translation>
    </message>
    <message>
        <source>Nothing dated yet: drag an event in from Undated, or give it a time in its article</source>
        <translation>Henüz tarihli olay yok: Tarihsiz&apos;den bir olay sürükleyin ya da haberinde ona bir zaman verin</translation>
    </message>
    <message>
        <source>Nothing dated yet: tag an event and give it a time</source>
        <translation>Henüz tarihli olay yok: bir olay etiketleyin ve ona bir zaman verin</translation>
    </message>
</context>
<context>
    <name>TimelinePicture</name>
    <message>
        <source>Published</source>
        <translation>Yayın</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>Adsız</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Bütün olaylar</translation>
    </message>
    <message>
        <source>reported ahead</source>
        <translation>önceden bildirildi</translation>
    </message>
    <message>
        <source>reported afterwards</source>
        <translation>sonradan bildirildi</translation>
    </message>
    <message>
        <source>No dated events</source>
        <translation>Tarihli olay yok</translation>
    </message>
    <message>
        <source>it has too many lanes for a picture; SVG or another grouping may do</source>
        <translation>bir resim için çok fazla şeridi var; SVG ya da başka bir gruplama olabilir</translation>
    </message>
    <message>
        <source>{path} could not be written</source>
        <translation>{path} yazılamadı</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zaman çizelgesi</translation>
    </message>
</context>
<context>
    <name>TimelinePlot</name>
    <message>
        <source>Published</source>
        <translation>Yayın</translation>
    </message>
    <message>
        <source>No participant</source>
        <translation>Katılımcısız</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Yersiz</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Kaynaksız</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>Habersiz</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Bütün olaylar</translation>
    </message>
    <message>
        <source>No type</source>
        <translation>Türsüz</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Bugün</translation>
    </message>
</context>
<context>
    <name>TimelineWiring</name>
    <message>
        <source>When was “{name}”? As 2018-04-19, May 2018, since 2011.</source>
        <translation>“{name}” ne zamandı? 2018-04-19, Mayıs 2018, 2011 ve sonrası gibi.</translation>
    </message>
    <message>
        <source>Date of an event</source>
        <translation>Olayın tarihi</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Group the timeline by</source>
        <translation>Zaman çizelgesini grupla</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Sığdır</translation>
    </message>
    <message>
        <source>Show all events (F)</source>
        <translation>Bütün olayları göster (F)</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Gecikme</translation>
    </message>
    <message>
        <source>When it took place against when it was reported</source>
        <translation>Ne zaman olduğu, ne zaman bildirildiğine karşı</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>The same events as a sorted list</source>
        <translation>Aynı olaylar sıralı liste olarak</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Ölçüler</translation>
    </message>
    <message>
        <source>Numbers over time, below the lanes</source>
        <translation>Şeritlerin altında, zaman içinde sayılar</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sıra</translation>
    </message>
    <message>
        <source>Before, after, at the same time: what the texts say of it</source>
        <translation>Önce, sonra, aynı anda: metinlerin dedikleri</translation>
    </message>
    <message>
        <source>Clear range</source>
        <translation>Aralığı kaldır</translation>
    </message>
    <message>
        <source>Show all articles again (Esc)</source>
        <translation>Bütün haberleri yeniden göster (Esc)</translation>
    </message>
    <message>
        <source>Undated</source>
        <translation>Tarihsiz</translation>
    </message>
    <message>
        <source>Events without a date: drag them in</source>
        <translation>Tarihsiz olaylar: içeri sürükleyin</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Resmi kaydet…</translation>
    </message>
    <message>
        <source>Save what is shown as PNG or SVG</source>
        <translation>Görüneni PNG ya da SVG olarak kaydet</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Diğer araçlar</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruplama</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Katılımcı</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Yer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Haber</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Yok</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n olay</numerusform>
        </translation>
    </message>
    <message>
        <source>no dated event</source>
        <translation>tarihli olay yok</translation>
    </message>
    <message>
        <source>{n} undated</source>
        <translation>{n} tarihsiz</translation>
    </message>
    <message>
        <source>Undated ({n})</source>
        <translation>Tarihsiz ({n})</translation>
    </message>
</context>
<context>
    <name>TypeForm</name>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>ad</translation>
    </message>
    <message>
        <source>two to four letters, for tags with little room</source>
        <translation>iki-dört harf, yeri dar etiketler için</translation>
    </message>
    <message>
        <source>one stroke, or two parted by a space: v c</source>
        <translation>bir vuruş ya da boşlukla ayrılmış iki vuruş: v c</translation>
    </message>
    <message>
        <source>The guideline: what counts, what does not, an *example*</source>
        <translation>Yönerge: ne sayılır, ne sayılmaz, bir *örnek*</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roller</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tuş</translation>
    </message>
    <message>
        <source>Pressed while the event is selected</source>
        <translation>Olay seçiliyken basılır</translation>
    </message>
    <message>
        <source>Fillers</source>
        <translation>Doldurucular</translation>
    </message>
    <message>
        <source>Labels that fit, with commas between; empty: all</source>
        <translation>Uyan etiketler, virgülle ayrılmış; boşsa hepsi</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Gerekli</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Birden çok</translation>
    </message>
    <message>
        <source>Whether it can be filled more than once</source>
        <translation>Birden çok kez doldurulup doldurulamayacağı</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Öznitelikler</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Değerler</translation>
    </message>
    <message>
        <source>The choices, with commas between; empty: free text</source>
        <translation>Seçenekler, virgülle ayrılmış; boşsa serbest metin</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Varsayılan</translation>
    </message>
    <message>
        <source>Goes through the values while the annotation is selected</source>
        <translation>İşaretleme seçiliyken değerleri sırayla dolaşır</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Ba&amp;şlık</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Ad</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Kod</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Tuş</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Renk</translation>
    </message>
    <message>
        <source>&amp;Guideline</source>
        <translation>&amp;Yönerge</translation>
    </message>
</context>
<context>
    <name>UndatedTray</name>
    <message>
        <source>Events without a date</source>
        <translation>Tarihsiz olaylar</translation>
    </message>
    <message>
        <source>Choose an event without a date first, with the arrow keys or a click.</source>
        <translation>Önce ok tuşlarıyla ya da tıklayarak tarihi olmayan bir olay seçin.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Tag who, where, when and what happened, and see it on a timeline.</source>
        <translation>Kim, nerede, ne zaman ve ne oldu: etiketle, zaman çizelgesinde gör.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Son projeler</translation>
    </message>
    <message>
        <source>Look round in the sample project</source>
        <translation>Örnek projeye göz at</translation>
    </message>
    <message>
        <source>Five short reports, fully annotated</source>
        <translation>Baştan sona işaretlenmiş beş kısa haber</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Yeni proje</translation>
    </message>
    <message>
        <source>From a folder of articles, or empty</source>
        <translation>Haber klasöründen ya da boş</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Proje aç</translation>
    </message>
    <message>
        <source>A .dateline file on this computer</source>
        <translation>Bu bilgisayardaki bir .dateline dosyası</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>Another…</source>
        <translation>Başkası…</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>İşaretleyici</translation>
    </message>
    <message>
        <source>Whose annotations are these?</source>
        <translation>Bu işaretlemeler kimin?</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Stopping; nothing is left half-done.</source>
        <translation>Durduruluyor; hiçbir şey yarım kalmaz.</translation>
    </message>
</context>
</TS>
