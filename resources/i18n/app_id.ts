<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>AccountsTab</name>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Kata sandi baru sekali lagi</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Ganti kata sandi saya</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>Kata sandi saya</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Nama masuk</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Her first password</source>
        <translation>Kata sandi pertamanya</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Tambah akun</translation>
    </message>
    <message>
        <source>Close account</source>
        <translation>Tutup akun</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Akun baru</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation>Kata sandi Anda sudah diganti.</translation>
    </message>
    <message>
        <source>The account was opened.</source>
        <translation>Akun sudah dibuka.</translation>
    </message>
    <message>
        <source>Choose an account in the list first.</source>
        <translation>Pilih satu akun di daftar dahulu.</translation>
    </message>
    <message>
        <source>The account was closed and the key changed.</source>
        <translation>Akun sudah ditutup dan kuncinya diganti.</translation>
    </message>
</context>
<context>
    <name>AgeChip</name>
    <message>
        <source>no age yet</source>
        <translation>belum ada usia</translation>
    </message>
    <message>
        <source>{0} (presumed)</source>
        <translation>{0} (dianggap)</translation>
    </message>
</context>
<context>
    <name>AgesPanel</name>
    <message>
        <source>Ages that are not certain</source>
        <translation>Usia yang belum pasti</translation>
    </message>
    <message>
        <source>The age of everybody here is certain.</source>
        <translation>Usia semua yang ada di sini sudah pasti.</translation>
    </message>
    <message>
        <source>How is the age known?</source>
        <translation>Dari mana usianya diketahui?</translation>
    </message>
    <message>
        <source>Age, 15-17, birth date or year</source>
        <translation>Usia, 15-17, tanggal atau tahun lahir</translation>
    </message>
    <message>
        <source>Which document, or who assessed her</source>
        <translation>Dokumen apa, atau siapa yang menilai</translation>
    </message>
    <message>
        <source>Its date</source>
        <translation>Tanggalnya</translation>
    </message>
    <message>
        <source>Why she is to be treated as an adult</source>
        <translation>Mengapa ia diperlakukan sebagai dewasa</translation>
    </message>
    <message>
        <source>Note beside the others</source>
        <translation>Catat di samping yang lain</translation>
    </message>
    <message>
        <source>Propose: adult</source>
        <translation>Usulkan: dewasa</translation>
    </message>
    <message>
        <source>Agree as the second person</source>
        <translation>Setujui sebagai orang kedua</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Batalkan usulan</translation>
    </message>
    <message>
        <source>Nothing overwrites anything. Where something says child she is treated as one, until two persons end it by a document or an assessment.</source>
        <translation>Tidak ada yang ditimpa. Selama ada keterangan bahwa ia anak, ia diperlakukan sebagai anak, sampai dua orang mengakhirinya dengan dokumen atau asesmen usia.</translation>
    </message>
    <message>
        <source>waits for a second person</source>
        <translation>menunggu orang kedua</translation>
    </message>
    <message>
        <source>Proposed by {0}</source>
        <translation>Diusulkan oleh {0}</translation>
    </message>
    <message>
        <source>You proposed it: a second person agrees.</source>
        <translation>Anda yang mengusulkan: orang kedua yang menyetujui.</translation>
    </message>
    <message>
        <source>birth date is recorded</source>
        <translation>tanggal lahir tercatat</translation>
    </message>
    <message>
        <source>ended the presumption</source>
        <translation>mengakhiri anggapan anak</translation>
    </message>
    <message>
        <source>noted by {0}</source>
        <translation>dicatat {0}</translation>
    </message>
    <message>
        <source>Noted beside what was said before.</source>
        <translation>Dicatat di samping keterangan sebelumnya.</translation>
    </message>
    <message>
        <source>Proposed. A second person has to agree.</source>
        <translation>Diusulkan. Orang kedua harus menyetujui.</translation>
    </message>
    <message>
        <source>She is treated as an adult now. See the alarms of the dormitory.</source>
        <translation>Ia kini diperlakukan sebagai dewasa. Lihat alarm asrama.</translation>
    </message>
    <message>
        <source>She is treated as an adult now. Nobody was moved.</source>
        <translation>Ia kini diperlakukan sebagai dewasa. Tidak ada yang dipindahkan.</translation>
    </message>
    <message>
        <source>The proposal was dropped.</source>
        <translation>Usulan dibatalkan.</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>No legal bed is free. Call the head.</source>
        <translation>Tidak ada ranjang yang diizinkan. Hubungi Ketua.</translation>
    </message>
    <message>
        <source>Move {0} to {1}</source>
        <translation>Pindahkan {0} ke {1}</translation>
    </message>
    <message>
        <source>Room {0}: {1} and {2} may not share it. Move one of them.</source>
        <translation>Kamar {0}: {1} dan {2} tidak boleh sekamar. Pindahkan salah satunya.</translation>
    </message>
    <message>
        <source>Room {0}: {1} and {2} are kept apart. Move one of them.</source>
        <translation>Kamar {0}: {1} dan {2} dijauhkan. Pindahkan salah satunya.</translation>
    </message>
    <message>
        <source>Room {0}: {1} and {2} shared it by a signature that has expired. Verify the family, or move one of them.</source>
        <translation>Kamar {0}: {1} dan {2} sekamar dengan izin yang sudah berakhir. Pastikan hubungan keluarganya, atau pindahkan salah satunya.</translation>
    </message>
    <message>
        <source>Room {0}: {1} may be under 13 and {2} may be grown up. Nobody placed them so; a fact or a birthday changed.</source>
        <translation>Kamar {0}: {1} mungkin di bawah 13 tahun dan {2} bisa jadi sudah dewasa. Bukan penempatan petugas; sebuah fakta atau hari lahir yang mengubahnya.</translation>
    </message>
    <message>
        <source>Room {0}: {1} shares it with {2}, and whether she is a woman is not written down.</source>
        <translation>Kamar {0}: {1} sekamar dengan {2}, padahal jenis kelaminnya belum dicatat.</translation>
    </message>
    <message>
        <source>Room {0}: {1} is a child and {2} an adult. Nobody placed them so; a fact or a birthday changed.</source>
        <translation>Kamar {0}: {1} anak dan {2} dewasa. Tidak ada yang menempatkan begitu; data atau ulang tahun yang mengubahnya.</translation>
    </message>
    <message>
        <source>Moving {0} to {1}</source>
        <translation>Memindahkan {0} ke {1}</translation>
    </message>
</context>
<context>
    <name>AnswerLine</name>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
</context>
<context>
    <name>ApartPanel</name>
    <message>
        <source>Kept apart now</source>
        <translation>Sedang dijauhkan</translation>
    </message>
    <message>
        <source>Nobody is kept apart.</source>
        <translation>Tidak ada yang dijauhkan.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Akhiri</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Jauhkan</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Seorang</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>Seorang lagi</translation>
    </message>
    <message>
        <source>Why (at least 10 letters)</source>
        <translation>Alasan (paling sedikit 10 huruf)</translation>
    </message>
    <message>
        <source>Only social worker and psychologist read it.</source>
        <translation>Hanya peksos dan psikolog yang membacanya.</translation>
    </message>
    <message>
        <source>They never share a room until somebody ends it.</source>
        <translation>Keduanya tidak sekamar sampai ada yang mengakhirinya.</translation>
    </message>
    <message>
        <source>{0} and {1} are kept apart no longer</source>
        <translation>{0} dan {1} tidak lagi dijauhkan</translation>
    </message>
    <message>
        <source>{0} and {1} are kept apart</source>
        <translation>{0} dan {1} dijauhkan</translation>
    </message>
    <message>
        <source>Noted. They share room {0} now: move one of them.</source>
        <translation>Dicatat. Keduanya sekarang sekamar di {0}: pindahkan salah satunya.</translation>
    </message>
    <message>
        <source>Noted. They are kept apart.</source>
        <translation>Dicatat. Keduanya dijauhkan.</translation>
    </message>
    <message>
        <source>They may share a room again.</source>
        <translation>Keduanya boleh sekamar lagi.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>pilih</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} dan {1}</translation>
    </message>
    <message>
        <source>room {0} now: move one of them</source>
        <translation>sekarang di kamar {0}: pindahkan salah satunya</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>sejak {0}</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Teduh is already open on this computer.</source>
        <translation>Teduh sudah terbuka di komputer ini.</translation>
    </message>
</context>
<context>
    <name>ArrivalFields</name>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>How the age is known</source>
        <translation>Dasar usia</translation>
    </message>
    <message>
        <source>Any doubt about the age?</source>
        <translation>Ada keraguan tentang usia?</translation>
    </message>
    <message>
        <source>Yes, treat as a child</source>
        <translation>Ya, anggap anak</translation>
    </message>
    <message>
        <source>No doubt</source>
        <translation>Tidak ragu</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Datang</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Segera</translation>
    </message>
    <message>
        <source>None visible</source>
        <translation>Tidak terlihat</translation>
    </message>
    <message>
        <source>Is anyone looking for her or threatening her?</source>
        <translation>Ada yang mencari atau mengancam?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Usia</translation>
    </message>
    <message>
        <source>1  Name, what she is called, or a description</source>
        <translation>1  Nama, panggilan, atau ciri</translation>
    </message>
    <message>
        <source>2  Sex</source>
        <translation>2  Jenis kelamin</translation>
    </message>
    <message>
        <source>3  Age, 15-17, birth date or year (8b = 8 months, d = adult)</source>
        <translation>3  Usia, 15-17, tanggal atau tahun lahir (8b = 8 bulan, d = dewasa)</translation>
    </message>
    <message>
        <source>How is the age known?</source>
        <translation>Dari mana usia diketahui?</translation>
    </message>
    <message>
        <source>4  Came by</source>
        <translation>4  Datang</translation>
    </message>
    <message>
        <source>5  Urgent, what can be seen</source>
        <translation>5  Segera, yang terlihat</translation>
    </message>
    <message>
        <source>6  Children or relatives with her</source>
        <translation>6  Bersama anak/keluarga</translation>
    </message>
    <message>
        <source>7  Language or help she needs</source>
        <translation>7  Bahasa atau bantuan</translation>
    </message>
    <message>
        <source>8  Anyone looking for or threatening her?</source>
        <translation>8  Ada yang mencari/mengancam?</translation>
    </message>
    <message>
        <source>Recorded. Answer again only to replace it.</source>
        <translation>Sudah tercatat. Isi lagi hanya untuk mengganti.</translation>
    </message>
</context>
<context>
    <name>AwayPanel</name>
    <message>
        <source>Nobody is out.</source>
        <translation>Tidak ada yang keluar.</translation>
    </message>
    <message>
        <source>Who is out</source>
        <translation>Siapa yang sedang keluar</translation>
    </message>
    <message>
        <source>She is back</source>
        <translation>Ia kembali</translation>
    </message>
    <message>
        <source>Give her bed away</source>
        <translation>Lepas ranjangnya</translation>
    </message>
    <message>
        <source>{0} is back</source>
        <translation>{0} kembali</translation>
    </message>
    <message>
        <source>Giving away the bed of {0}</source>
        <translation>Pelepasan ranjang {0}</translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation>selama {0}</translation>
    </message>
    <message>
        <source>with {0}</source>
        <translation>bersama {0}</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>kembali {0}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>terlambat</translation>
    </message>
    <message>
        <source>bed {0} kept until {1}</source>
        <translation>ranjang {0} disimpan sampai {1}</translation>
    </message>
    <message>
        <source>bed {0} kept</source>
        <translation>ranjang {0} disimpan</translation>
    </message>
    <message>
        <source>children: {0}</source>
        <translation>anak: {0}</translation>
    </message>
    <message>
        <source>Noted: she is back.</source>
        <translation>Dicatat: ia kembali.</translation>
    </message>
    <message>
        <source>Her bed is free. She is still on this list.</source>
        <translation>Ranjangnya kosong. Ia tetap di daftar ini.</translation>
    </message>
</context>
<context>
    <name>BedCheckPanel</name>
    <message>
        <source>Start the bed check</source>
        <translation>Mulai pemeriksaan ranjang</translation>
    </message>
    <message>
        <source>Finish the bed check</source>
        <translation>Selesaikan pemeriksaan ranjang</translation>
    </message>
    <message>
        <source>Beds, room by room</source>
        <translation>Ranjang, kamar demi kamar</translation>
    </message>
    <message>
        <source>Bed check</source>
        <translation>Pemeriksaan ranjang</translation>
    </message>
    <message>
        <source>No bed check is under way.</source>
        <translation>Belum ada pemeriksaan ranjang yang berjalan.</translation>
    </message>
    <message>
        <source>Mark {0} for {1}</source>
        <translation>Tanda {0} untuk {1}</translation>
    </message>
    <message>
        <source>The bed check stands in the log.</source>
        <translation>Pemeriksaan ranjang tertulis di buku piket.</translation>
    </message>
    <message>
        <source>{0} without a mark yet.</source>
        <translation>{0} orang belum ditandai.</translation>
    </message>
    <message>
        <source>Finish anyway</source>
        <translation>Tetap selesaikan</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} dari {1}</translation>
    </message>
    <message>
        <source>{0} on the list</source>
        <translation>{0} dalam daftar</translation>
    </message>
    <message>
        <source>{0} for {1}</source>
        <translation>{0} selama {1}</translation>
    </message>
    <message>
        <source>Not found: {0}. Look together and call the coordinator.</source>
        <translation>Belum ditemukan: {0}. Cari bersama dan hubungi koordinator.</translation>
    </message>
    <message>
        <source>Not found: {0}.</source>
        <translation>Belum ditemukan: {0}.</translation>
    </message>
    <message>
        <source>no bed</source>
        <translation>tanpa ranjang</translation>
    </message>
    <message>
        <source>no mark yet</source>
        <translation>belum ditandai</translation>
    </message>
</context>
<context>
    <name>BedChoice</name>
    <message>
        <source>A bed tonight</source>
        <translation>Tempat tidur malam ini</translation>
    </message>
    <message>
        <source>Everyone has a bed.</source>
        <translation>Semua penghuni sudah mendapat tempat tidur.</translation>
    </message>
    <message>
        <source>{0} · waiting {1}</source>
        <translation>{0} · menunggu {1}</translation>
    </message>
    <message>
        <source>Age is not certain: {0}. {1} is treated as a child.</source>
        <translation>Usia belum pasti: {0}. {1} diperlakukan sebagai anak.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Why not the others?</source>
        <translation>Mengapa tidak yang lain?</translation>
    </message>
    <message>
        <source>Place in {0}</source>
        <translation>Tempatkan di {0}</translation>
    </message>
    <message>
        <source>No safe bed for {0} tonight. What is left, in this order:
{1}</source>
        <translation>Tidak ada tempat tidur yang aman untuk {0} malam ini. Pilihan, menurut urutan:
{1}</translation>
    </message>
    <message>
        <source>Placing {0} in {1}</source>
        <translation>Menempatkan {0} di {1}</translation>
    </message>
    <message>
        <source>{0} was not placed in {1}. {2}</source>
        <translation>{0} belum ditempatkan di {1}. {2}</translation>
    </message>
</context>
<context>
    <name>BedTable</name>
    <message>
        <source>All beds</source>
        <translation>Semua ranjang</translation>
    </message>
</context>
<context>
    <name>BedTile</name>
    <message>
        <source>Bed {0}-{1}, {2}, {3}</source>
        <translation>Ranjang {0}-{1}, {2}, {3}</translation>
    </message>
    <message>
        <source>child</source>
        <translation>anak</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Now and then</source>
        <translation>Sebelum dan sesudah</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Kini</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>BelongingsCard</name>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Barang apa</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Disimpan di mana</translation>
    </message>
    <message>
        <source>Keep it for her</source>
        <translation>Titipkan</translation>
    </message>
    <message>
        <source>Given back to her</source>
        <translation>Sudah dikembalikan</translation>
    </message>
    <message>
        <source>Things kept for her</source>
        <translation>Daftar barang titipan</translation>
    </message>
    <message>
        <source>Given back: {0}</source>
        <translation>Dikembalikan: {0}</translation>
    </message>
    <message>
        <source>It is kept for her.</source>
        <translation>Barang titipan sudah dicatat.</translation>
    </message>
    <message>
        <source>kept {0} by {1}</source>
        <translation>dititipkan {0}, diterima {1}</translation>
    </message>
    <message>
        <source>given back {0}</source>
        <translation>dikembalikan {0}</translation>
    </message>
</context>
<context>
    <name>BirthCard</name>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Born at</source>
        <translation>Lahir pukul</translation>
    </message>
    <message>
        <source>Such as 02.14 or 23/11 02.14; empty is now</source>
        <translation>Misalnya 02.14 atau 23/11 02.14; kosong berarti sekarang</translation>
    </message>
    <message>
        <source>Name, if there is one</source>
        <translation>Nama, jika ada</translation>
    </message>
    <message>
        <source>Note the birth</source>
        <translation>Catat kelahiran</translation>
    </message>
    <message>
        <source>No longer in her mother&apos;s bed</source>
        <translation>Tidak lagi bersama ibunya</translation>
    </message>
    <message>
        <source>Children born here</source>
        <translation>Anak yang lahir di sini</translation>
    </message>
    <message>
        <source>No child was born to her here.</source>
        <translation>Belum ada anaknya yang lahir di sini.</translation>
    </message>
    <message>
        <source>Noted. She lies in her mother&apos;s bed.</source>
        <translation>Dicatat. Bayi tidur bersama ibunya.</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} hari</translation>
    </message>
    <message>
        <source>baby</source>
        <translation>bayi</translation>
    </message>
</context>
<context>
    <name>BlockPanel</name>
    <message>
        <source>Block</source>
        <translation>Blokir</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Why (at least 10 letters)</source>
        <translation>Alasan (paling sedikit 10 huruf)</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Sampai dengan tanggal</translation>
    </message>
    <message>
        <source>Such as 30/11</source>
        <translation>Misalnya 30/11</translation>
    </message>
    <message>
        <source>Blocking {0}</source>
        <translation>Pemblokiran {0}</translation>
    </message>
    <message>
        <source>{0} is blocked. Reserved beds that need another place: {1}.</source>
        <translation>{0} diblokir. Ranjang pesanan yang perlu tempat lain: {1}.</translation>
    </message>
    <message>
        <source>{0} is blocked.</source>
        <translation>{0} diblokir.</translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message>
        <source>A number, a name in any spelling, or who sent her</source>
        <translation>Nomor, nama dengan ejaan apa pun, atau perujuk</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 hari</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Bulan ini</translation>
    </message>
    <message>
        <source>Open arrival</source>
        <translation>Buka kedatangan</translation>
    </message>
    <message>
        <source>Arrival book</source>
        <translation>Buku kedatangan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>The first day is after the last one. Change one of them.</source>
        <translation>Hari pertama jatuh sesudah hari terakhir. Ubah salah satunya.</translation>
    </message>
    <message>
        <source>Nothing found in this period. Try fewer letters or more days.</source>
        <translation>Tidak ditemukan pada masa ini. Coba huruf lebih sedikit atau hari lebih banyak.</translation>
    </message>
    <message>
        <source>Nobody arrived in this period.</source>
        <translation>Tidak ada kedatangan pada masa ini.</translation>
    </message>
    <message>
        <source>The newest {0} of {1} arrivals. Narrow the days or search.</source>
        <translation>{0} terbaru dari {1} kedatangan. Persempit harinya atau cari.</translation>
    </message>
    <message>
        <source>1 arrival.</source>
        <translation>1 kedatangan.</translation>
    </message>
    <message>
        <source>{0} arrivals.</source>
        <translation>{0} kedatangan.</translation>
    </message>
    <message>
        <source>{0} (clock doubtful)</source>
        <translation>{0} (jam diragukan)</translation>
    </message>
    <message>
        <source>{0} · left {1}</source>
        <translation>{0} · keluar {1}</translation>
    </message>
</context>
<context>
    <name>BookTable</name>
    <message>
        <source>Arrivals of the period</source>
        <translation>Kedatangan pada masa ini</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Tiba</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Treated as</source>
        <translation>Diperlakukan sebagai</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>Dibawa oleh</translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message>
        <source>Everybody present</source>
        <translation>Semua yang ada di sini</translation>
    </message>
    <message>
        <source>Receipt for the escort</source>
        <translation>Tanda terima pengantar</translation>
    </message>
    <message>
        <source>Dormitory card</source>
        <translation>Kartu asrama</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
</context>
<context>
    <name>CarePanel</name>
    <message>
        <source>Care</source>
        <translation>Perawatan</translation>
    </message>
    <message>
        <source>Choose somebody first.</source>
        <translation>Pilih klien dulu.</translation>
    </message>
    <message>
        <source>Needs of the first hour</source>
        <translation>Kebutuhan jam pertama</translation>
    </message>
    <message>
        <source>Allergy and diet</source>
        <translation>Alergi dan pantangan</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Obat</translation>
    </message>
    <message>
        <source>Kept for her</source>
        <translation>Barang titipan</translation>
    </message>
    <message>
        <source>A child was born</source>
        <translation>Kelahiran</translation>
    </message>
    <message>
        <source>What she was told before she came</source>
        <translation>Yang dijanjikan sebelum ia datang</translation>
    </message>
    <message>
        <source>Something is typed here and not recorded yet.</source>
        <translation>Ada isian di sini yang belum dicatat.</translation>
    </message>
    <message>
        <source>Drop it and go on</source>
        <translation>Lepas isian dan lanjut</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>tercatat</translation>
    </message>
    <message>
        <source>not noted yet</source>
        <translation>belum tercatat</translation>
    </message>
    <message>
        <source>Needs met: {0} of {1} · medicine: {2} · allergy: {3} · diet: {4}. Those who care for her see the details.</source>
        <translation>Kebutuhan terpenuhi: {0} dari {1} · obat: {2} · alergi: {3} · pantangan: {4}. Rinciannya terlihat oleh yang merawatnya.</translation>
    </message>
    <message>
        <source>Care of {0}</source>
        <translation>Perawatan {0}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
</context>
<context>
    <name>CaretakerRosterPanel</name>
    <message>
        <source>Caretakers&apos; roster</source>
        <translation>Jadwal pengasuh</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Checklist of the room</source>
        <translation>Daftar periksa kamar</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>belum dilihat</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>baik</translation>
    </message>
    <message>
        <source>not fine</source>
        <translation>tidak baik</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Prefers not to say</source>
        <translation>Memilih tidak menjawab</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message>
        <source>{0}, blocked until {1}</source>
        <translation>{0}, ditutup sampai {1}</translation>
    </message>
    <message>
        <source>Reserved for {0} until {1}</source>
        <translation>Dipesan untuk {0} sampai {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} sampai {1}</translation>
    </message>
    <message>
        <source>Swap {0} ({1}) and {2} ({3})?</source>
        <translation>Tukar {0} ({1}) dan {2} ({3})?</translation>
    </message>
</context>
<context>
    <name>ClockPage</name>
    <message>
        <source>Today is the (such as 24/11/2026)</source>
        <translation>Hari ini tanggal (mis. 24/11/2026)</translation>
    </message>
    <message>
        <source>It is now (such as 02.15)</source>
        <translation>Sekarang pukul (mis. 02.15)</translation>
    </message>
    <message>
        <source>Go on with this time</source>
        <translation>Lanjutkan dengan jam ini</translation>
    </message>
    <message>
        <source>Which day is it?</source>
        <translation>Tanggal dan jam berapa sekarang?</translation>
    </message>
    <message>
        <source>Ages and deadlines depend on it. Look at a phone or a watch. The computer&apos;s own clock is not changed.</source>
        <translation>Usia dan batas waktu bergantung padanya. Lihat ponsel atau arloji. Jam komputer sendiri tidak diubah.</translation>
    </message>
    <message>
        <source>Computer: {0}.</source>
        <translation>Komputer: {0}.</translation>
    </message>
    <message>
        <source>With the correction so far: {0}.</source>
        <translation>Dengan koreksi selama ini: {0}.</translation>
    </message>
    <message>
        <source>Written down last: {0}.</source>
        <translation>Catatan terakhir: {0}.</translation>
    </message>
    <message>
        <source>Write which day it is.</source>
        <translation>Tuliskan tanggal hari ini.</translation>
    </message>
    <message>
        <source>Write the hour and minute, such as 02.15.</source>
        <translation>Tuliskan jam dan menit, mis. 02.15.</translation>
    </message>
    <message>
        <source>That is far from what was written down. If it is right, go on again.</source>
        <translation>Itu jauh dari catatan terakhir. Jika memang benar, tekan lanjutkan sekali lagi.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New arrival</source>
        <translation>Kedatangan baru</translation>
    </message>
    <message>
        <source>Group arrival</source>
        <translation>Kedatangan rombongan</translation>
    </message>
    <message>
        <source>Beds for everyone</source>
        <translation>Tempat tidur untuk semua</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>Start the shift</source>
        <translation>Mulai sif</translation>
    </message>
    <message>
        <source>Watch rounds</source>
        <translation>Putaran pengawasan</translation>
    </message>
    <message>
        <source>Mask or show names</source>
        <translation>Samarkan atau tampilkan nama</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>Ganti bahasa</translation>
    </message>
    <message>
        <source>Light, dark, high contrast</source>
        <translation>Terang, gelap, kontras tinggi</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Received in the wing</source>
        <translation>Sudah diterima di sayap</translation>
    </message>
    <message>
        <source>She is back</source>
        <translation>Ia kembali</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Kebutuhan</translation>
    </message>
    <message>
        <source>Goes out</source>
        <translation>Keluar sementara</translation>
    </message>
    <message>
        <source>Plan a move</source>
        <translation>Rencanakan pindah</translation>
    </message>
    <message>
        <source>Leaves for good</source>
        <translation>Keluar dari rumah</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>Lift the block</source>
        <translation>Buka blokir</translation>
    </message>
    <message>
        <source>Block this bed</source>
        <translation>Tutup ranjang ini</translation>
    </message>
    <message>
        <source>Block the room</source>
        <translation>Tutup kamar ini</translation>
    </message>
    <message>
        <source>Lay a mattress</source>
        <translation>Gelar kasur</translation>
    </message>
    <message>
        <source>{0} is back</source>
        <translation>{0} kembali</translation>
    </message>
    <message>
        <source>Swap with {0} ({1})</source>
        <translation>Tukar dengan {0} ({1})</translation>
    </message>
    <message>
        <source>Releasing {0}</source>
        <translation>Pelepasan {0}</translation>
    </message>
    <message>
        <source>Lifting the block of {0}</source>
        <translation>Pembukaan blokir {0}</translation>
    </message>
    <message>
        <source>Laying a mattress in {0}</source>
        <translation>Menggelar kasur di {0}</translation>
    </message>
</context>
<context>
    <name>DeparturesPanel</name>
    <message>
        <source>Nobody has left for good yet.</source>
        <translation>Belum ada yang keluar dari rumah.</translation>
    </message>
    <message>
        <source>All her nights</source>
        <translation>Semua malamnya</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cara keluar</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Diterima oleh</translation>
    </message>
    <message>
        <source>Who has left for good</source>
        <translation>Siapa yang sudah keluar dari rumah</translation>
    </message>
    <message>
        <source>not for this post</source>
        <translation>bukan untuk tugas ini</translation>
    </message>
</context>
<context>
    <name>DeskView</name>
    <message>
        <source>The draft was dropped.</source>
        <translation>Draf sudah dihapus.</translation>
    </message>
    <message>
        <source>{0} registered.</source>
        <translation>{0} orang terdaftar.</translation>
    </message>
    <message>
        <source>Saved as {0}. She waits for a bed.</source>
        <translation>Tersimpan sebagai {0}. Menunggu tempat tidur.</translation>
    </message>
    <message>
        <source>Saved {0}.</source>
        <translation>{0} tersimpan.</translation>
    </message>
    <message>
        <source>Kept as a draft in the queue.</source>
        <translation>Disimpan sebagai draf di antrean.</translation>
    </message>
</context>
<context>
    <name>DietCard</name>
    <message>
        <source>Allergy</source>
        <translation>Alergi</translation>
    </message>
    <message>
        <source>Diet: what she does not eat</source>
        <translation>Pantangan: yang tidak ia makan</translation>
    </message>
    <message>
        <source>She may have been here before. Noted then: {0}</source>
        <translation>Mungkin ia pernah di sini. Catatan waktu itu: {0}</translation>
    </message>
    <message>
        <source>Allergy and diet</source>
        <translation>Alergi dan pantangan</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Teduh stopped at something unexpected. Nothing was changed.</source>
        <translation>Teduh menemui hal yang tidak terduga. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Making the training shelter…</source>
        <translation>Menyiapkan rumah latihan…</translation>
    </message>
    <message>
        <source>The new password is set. Signing in…</source>
        <translation>Kata sandi baru sudah berlaku. Sedang masuk…</translation>
    </message>
    <message>
        <source>Sign in with the new password.</source>
        <translation>Masuklah dengan kata sandi baru.</translation>
    </message>
    <message>
        <source>The new password is set, the shelter is not open yet. {0}</source>
        <translation>Kata sandi baru sudah berlaku, tetapi data rumah belum terbuka. {0}</translation>
    </message>
    <message>
        <source>Word {0} is not a word of any sheet. Check its letters.</source>
        <translation>Kata ke-{0} tidak ada di lembar mana pun. Periksa hurufnya.</translation>
    </message>
    <message>
        <source>The sheet has 17 words. Count them again.</source>
        <translation>Lembar berisi 17 kata. Hitung lagi.</translation>
    </message>
    <message>
        <source>One word is wrong or out of order. Compare with the sheet.</source>
        <translation>Ada kata yang keliru atau tertukar. Cocokkan dengan lembar.</translation>
    </message>
    <message>
        <source>This sheet does not open this shelter; it may have been replaced.</source>
        <translation>Lembar ini tidak membuka rumah ini; mungkin sudah diganti.</translation>
    </message>
</context>
<context>
    <name>DormitoryView</name>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Fire roll-call</source>
        <translation>Daftar kebakaran</translation>
    </message>
    <message>
        <source>Room plan</source>
        <translation>Denah kamar</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Denah</translation>
    </message>
</context>
<context>
    <name>EighteenPanel</name>
    <message>
        <source>Is 18 by now, and her bed no longer fits</source>
        <translation>Sudah 18 tahun dan ranjangnya tidak lagi sesuai</translation>
    </message>
    <message>
        <source>Within 7 days</source>
        <translation>Dalam 7 hari</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>Dalam 30 hari</translation>
    </message>
    <message>
        <source>Within 90 days</source>
        <translation>Dalam 90 hari</translation>
    </message>
    <message>
        <source>nothing to plan</source>
        <translation>tidak perlu rencana</translation>
    </message>
    <message>
        <source>no plan yet</source>
        <translation>belum ada rencana</translation>
    </message>
    <message>
        <source>planned: {0} on {1}</source>
        <translation>direncanakan: {0} pada {1}</translation>
    </message>
    <message>
        <source>overdue: {0} on {1}</source>
        <translation>terlambat: {0} pada {1}</translation>
    </message>
    <message>
        <source>Turning 18</source>
        <translation>Segera 18 tahun</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Turns 18</source>
        <translation>Genap 18 tahun</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Rencana</translation>
    </message>
    <message>
        <source>Nobody turns 18 within 90 days.</source>
        <translation>Tidak ada yang genap 18 tahun dalam 90 hari.</translation>
    </message>
    <message>
        <source>Plan a move</source>
        <translation>Rencanakan pindah</translation>
    </message>
    <message>
        <source>On the day the rules change; her bed does not move by itself.</source>
        <translation>Pada hari itu aturannya berubah; ranjangnya tidak berpindah sendiri.</translation>
    </message>
    <message>
        <source>turns 18 on {0}</source>
        <translation>genap 18 tahun pada {0}</translation>
    </message>
    <message>
        <source>{0} ({1} days)</source>
        <translation>{0} ({1} hari)</translation>
    </message>
    <message>
        <source>no bed</source>
        <translation>tanpa ranjang</translation>
    </message>
</context>
<context>
    <name>EntriesDialog</name>
    <message>
        <source>Print entries – Teduh</source>
        <translation>Cetak isian – Teduh</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>EscortRow</name>
    <message>
        <source>Office or station</source>
        <translation>Instansi atau polres</translation>
    </message>
    <message>
        <source>Name of the escort</source>
        <translation>Nama pengantar</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
</context>
<context>
    <name>Eye</name>
    <message>
        <source>Show while this is held</source>
        <translation>Perlihatkan selama ditahan</translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>Note this family</source>
        <translation>Catat keluarga ini</translation>
    </message>
    <message>
        <source>Families in the house</source>
        <translation>Keluarga di rumah ini</translation>
    </message>
    <message>
        <source>No family is noted yet.</source>
        <translation>Belum ada keluarga yang dicatat.</translation>
    </message>
    <message>
        <source>What did you see, or what proves it?</source>
        <translation>Apa yang Anda lihat, atau apa buktinya?</translation>
    </message>
    <message>
        <source>Sign for tonight</source>
        <translation>Izinkan malam ini</translation>
    </message>
    <message>
        <source>Verified by this paper</source>
        <translation>Dipastikan dengan bukti ini</translation>
    </message>
    <message>
        <source>Not family</source>
        <translation>Bukan keluarga</translation>
    </message>
    <message>
        <source>The elder</source>
        <translation>Yang lebih tua</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>The younger</source>
        <translation>Yang lebih muda</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>A declared mother or a sister may share a room without others until 08.00. A guardian counts only when verified.</source>
        <translation>Ibu atau kakak yang baru diakui boleh sekamar tanpa orang lain sampai pukul 08.00. Wali hanya berlaku bila sudah dipastikan.</translation>
    </message>
    <message>
        <source> · {0} years</source>
        <translation> · {0} tahun</translation>
    </message>
    <message>
        <source>{0}, {1} of {2}</source>
        <translation>{0}, {1} dari {2}</translation>
    </message>
    <message>
        <source>may share a room without others until {0}</source>
        <translation>boleh sekamar tanpa orang lain sampai {0}</translation>
    </message>
    <message>
        <source>Register two people first.</source>
        <translation>Daftarkan dua orang lebih dulu.</translation>
    </message>
    <message>
        <source>Noted. It is not verified yet.</source>
        <translation>Tercatat. Belum dipastikan.</translation>
    </message>
    <message>
        <source>Noting a family</source>
        <translation>Mencatat keluarga</translation>
    </message>
    <message>
        <source>Signed until {0}, in a room without others.</source>
        <translation>Diizinkan sampai {0}, di kamar tanpa orang lain.</translation>
    </message>
    <message>
        <source>Signing for a family</source>
        <translation>Mengizinkan satu keluarga</translation>
    </message>
    <message>
        <source>The family is verified.</source>
        <translation>Keluarga sudah dipastikan.</translation>
    </message>
    <message>
        <source>This family note has ended.</source>
        <translation>Catatan keluarga ini berakhir.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock menyala</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>{0} months</source>
        <translation>{0} bulan</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0} tahun</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} mnt</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} j {1} mnt</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} hr {1} j</translation>
    </message>
    <message>
        <source>late by {0} min</source>
        <translation>terlambat {0} menit</translation>
    </message>
    <message>
        <source>late by {0} h</source>
        <translation>terlambat {0} jam</translation>
    </message>
    <message>
        <source>late by {0} days</source>
        <translation>terlambat {0} hari</translation>
    </message>
</context>
<context>
    <name>GoalChoice</name>
    <message>
        <source>What the plan is for</source>
        <translation>Tujuan pengaturan</translation>
    </message>
    <message>
        <source>T</source>
        <translation>M</translation>
    </message>
    <message>
        <source>B</source>
        <translation>T</translation>
    </message>
    <message>
        <source>E</source>
        <translation>K</translation>
    </message>
    <message>
        <source>R</source>
        <translation>P</translation>
    </message>
</context>
<context>
    <name>GoalRooms</name>
    <message>
        <source>They will be for</source>
        <translation>Nanti untuk</translation>
    </message>
    <message>
        <source>C</source>
        <translation>A</translation>
    </message>
    <message>
        <source>A</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Which rooms (people/beds)</source>
        <translation>Kamar mana (orang/ranjang)</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Came by</source>
        <translation>Datang</translation>
    </message>
    <message>
        <source>Save all and propose beds</source>
        <translation>Simpan semua, cari ranjang</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Rombongan baru</translation>
    </message>
    <message>
        <source>Group arrival</source>
        <translation>Kedatangan rombongan</translation>
    </message>
    <message>
        <source>The same for all: came by</source>
        <translation>Bersama untuk semua: datang</translation>
    </message>
    <message>
        <source>Enter: next row · Ctrl+D: copy from above · a row needs only one cell.</source>
        <translation>Enter: baris berikut · Ctrl+D: salin dari atas · satu isian per baris sudah cukup.</translation>
    </message>
    <message>
        <source>Everything is kept while you type.</source>
        <translation>Semua tersimpan sambil diketik.</translation>
    </message>
    <message>
        <source>A group of {0} by {1} is not finished.</source>
        <translation>Rombongan pukul {0} oleh {1} belum selesai.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Draft, saved {0}</source>
        <translation>Draf · tersimpan {0}</translation>
    </message>
    <message>
        <source>Not saved yet. {0}</source>
        <translation>Belum tersimpan. {0}</translation>
    </message>
    <message>
        <source>the new arrival</source>
        <translation>kedatangan baru</translation>
    </message>
    <message>
        <source>Registering {0}</source>
        <translation>Mendaftarkan {0}</translation>
    </message>
    <message>
        <source>{0} · saved as {1}</source>
        <translation>{0} · tersimpan {1}</translation>
    </message>
    <message>
        <source>{0} saved. {1} rows still need a look; they are kept.</source>
        <translation>{0} tersimpan. {1} baris masih perlu dilihat; isinya tetap ada.</translation>
    </message>
</context>
<context>
    <name>GroupTable</name>
    <message>
        <source>People of this group</source>
        <translation>Orang dalam rombongan ini</translation>
    </message>
    <message>
        <source>Name or description</source>
        <translation>Nama atau ciri</translation>
    </message>
    <message>
        <source>Sex (p, l)</source>
        <translation>JK (p, l)</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Usia</translation>
    </message>
    <message>
        <source>Urgent (t, l, h, s)</source>
        <translation>Segera (t, l, h, s)</translation>
    </message>
    <message>
        <source>Together (A, B)</source>
        <translation>Ikatan (A, B)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
</context>
<context>
    <name>GuardedTab</name>
    <message>
        <source>Your password, for every change on this page</source>
        <translation>Kata sandi Anda, untuk setiap perubahan di halaman ini</translation>
    </message>
    <message>
        <source>Type your password first.</source>
        <translation>Ketik kata sandi Anda dahulu.</translation>
    </message>
    <message>
        <source>Wait {0} seconds, then try again.</source>
        <translation>Tunggu {0} detik, lalu coba lagi.</translation>
    </message>
</context>
<context>
    <name>HandoverView</name>
    <message>
        <source>Print names instead of codes</source>
        <translation>Cetak nama, bukan kode</translation>
    </message>
    <message>
        <source>Message for the next shift (at most {0} characters)</source>
        <translation>Pesan untuk sif berikut (paling banyak {0} huruf)</translation>
    </message>
    <message>
        <source>Incoming officer</source>
        <translation>Petugas yang menerima</translation>
    </message>
    <message>
        <source>Incoming officer&apos;s password</source>
        <translation>Kata sandi petugas yang menerima</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>Not handed over: take this shift over</source>
        <translation>Belum diserahkan: ambil alih sif ini</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Serah terima</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Konfirmasi</translation>
    </message>
    <message>
        <source>You hand over by signing in; the next officer types her password.</source>
        <translation>Anda menyerahkan dengan masuk sebagai petugas; penerima mengetik kata sandinya.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Sudah dikirim ke printer.</translation>
    </message>
    <message>
        <source>The papers folder cannot be written.</source>
        <translation>Folder kertas tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>Saved as {0} in the papers folder.</source>
        <translation>Tersimpan sebagai {0} di folder &quot;papers&quot;.</translation>
    </message>
    <message>
        <source>The incoming officer types her password.</source>
        <translation>Petugas yang menerima mengetik kata sandinya.</translation>
    </message>
    <message>
        <source>Wait {0} seconds, then try again.</source>
        <translation>Tunggu {0} detik, lalu coba lagi.</translation>
    </message>
</context>
<context>
    <name>HeadcountPanel</name>
    <message>
        <source>Wings and their last count</source>
        <translation>Sayap dan hitungan terakhir</translation>
    </message>
    <message>
        <source>Wing</source>
        <translation>Sayap</translation>
    </message>
    <message>
        <source>How many you counted</source>
        <translation>Jumlah yang dihitung</translation>
    </message>
    <message>
        <source>Note (if there is one)</source>
        <translation>Catatan (bila ada)</translation>
    </message>
    <message>
        <source>Write down the count</source>
        <translation>Catat hitungan</translation>
    </message>
    <message>
        <source>No wing has a bedroom yet. Set up rooms under Admin first.</source>
        <translation>Belum ada sayap yang punya kamar tidur. Atur kamar di Admin dahulu.</translation>
    </message>
    <message>
        <source>Count who is in the wing now; whoever is out of the house is not counted. A difference goes into the duty log with both numbers.</source>
        <translation>Hitung yang ada di sayap sekarang; yang sedang di luar tidak dihitung. Selisih masuk ke buku piket dengan kedua angkanya.</translation>
    </message>
    <message>
        <source>Headcount</source>
        <translation>Hitung orang</translation>
    </message>
    <message>
        <source>{0}: counted {1}, but {2} should be there. Both numbers stand in the duty log. Look again, then count again.</source>
        <translation>{0}: terhitung {1}, seharusnya {2}. Kedua angka ada di buku piket. Periksa lagi, lalu hitung ulang.</translation>
    </message>
    <message>
        <source>{0}: counted {1}, as it should be.</source>
        <translation>{0}: terhitung {1}, sesuai.</translation>
    </message>
    <message>
        <source>{0} out now</source>
        <translation>{0} sedang di luar</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>belum dihitung</translation>
    </message>
    <message>
        <source>counted {0}, should be {1}</source>
        <translation>terhitung {0}, seharusnya {1}</translation>
    </message>
    <message>
        <source>counted {0}, as it should be</source>
        <translation>terhitung {0}, sesuai</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help – Teduh</source>
        <translation>Bantuan – Teduh</translation>
    </message>
    <message>
        <source>About this page</source>
        <translation>Tentang halaman ini</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Register everyone who arrives, with whatever is known. One filled field is enough; what is missing becomes a task. Everything is kept while you type. Someone whose age is not certain is treated as a child.</source>
        <translation>Daftarkan setiap orang yang tiba dengan apa yang diketahui. Satu isian saja cukup; yang belum ada menjadi tugas. Semua tersimpan selagi Anda mengetik. Bila usia belum pasti, ia diperlakukan sebagai anak.</translation>
    </message>
    <message>
        <source>What the wings need by day: who is on duty, what to know of each woman, linen, rooms and repairs, the TV room, and the headcount.</source>
        <translation>Keperluan sayap sehari-hari: siapa bertugas, apa yang perlu diketahui tentang tiap orang, seprai, kamar dan perbaikan, ruang TV, dan hitung orang.</translation>
    </message>
    <message>
        <source>The duty log, the round through the beds, and what each woman needs tonight. One key for each kind of entry and for each bed. Receipts and dormitory cards are printed from the person chosen.</source>
        <translation>Catatan piket, cek ranjang, dan kebutuhan tiap orang malam ini. Satu tombol untuk tiap jenis catatan dan tiap ranjang. Tanda terima dan kartu asrama dicetak dari orang yang dipilih.</translation>
    </message>
    <message>
        <source>Choose a person, then a bed, or drag her there: every room says at once whether she may sleep in it. Arrows walk the beds, Space or Enter picks up and puts down, Esc lets go. A child and an adult are never put into one room. An alarm shows a pair that a corrected fact or a birthday made. A reason that your post may not know always reads the same, whatever it is: “This does not fit the placing rules.”</source>
        <translation>Pilih seseorang, lalu ranjang, atau seret ia ke sana: setiap kamar langsung menunjukkan apakah ia boleh tidur di situ. Panah menelusuri ranjang, Spasi atau Enter mengangkat dan menaruh, Esc melepas. Anak dan dewasa tidak pernah ditempatkan sekamar. Alarm menunjukkan pasangan yang muncul karena data diperbaiki atau ulang tahun. Alasan yang tidak boleh diketahui tugas Anda selalu berbunyi sama, apa pun isinya: “Tidak sesuai aturan penempatan.”</translation>
    </message>
    <message>
        <source>Every arrival of a period, and who is planned for which shift. A swap keeps the planned name beside the one who came. Past nights show who slept where, departures who has left for good; Enter shows every night of one woman.</source>
        <translation>Semua kedatangan dalam satu masa, dan siapa yang dijadwalkan di tiap sif. Pertukaran tetap menyimpan nama yang direncanakan. Malam lalu menunjukkan siapa tidur di mana, dan daftar keluar siapa yang sudah keluar dari rumah; Enter menunjukkan semua malam seseorang.</translation>
    </message>
    <message>
        <source>The sheet is written from what was recorded. Add a message, print it, and let the incoming officer type her password. Then the next shift begins.</source>
        <translation>Lembar ini tersusun dari yang tercatat. Tambahkan pesan, cetak, lalu petugas yang menerima mengetik kata sandinya. Sif berikut pun dimulai.</translation>
    </message>
    <message>
        <source>Accounts and your own password; the shelter with its letterhead; partners; rules; backup and the recovery sheet. A closed account opens nothing any more; the name stays on what she recorded.</source>
        <translation>Akun dan kata sandi Anda sendiri; rumah dengan kop suratnya; mitra; aturan; cadangan dan lembar pemulihan. Akun yang ditutup tidak membuka apa pun lagi; namanya tetap ada pada apa yang ia catat.</translation>
    </message>
    <message>
        <source>Find a client, a room or a command</source>
        <translation>Cari klien, kamar, atau perintah</translation>
    </message>
    <message>
        <source>New arrival</source>
        <translation>Kedatangan baru</translation>
    </message>
    <message>
        <source>Group arrival, one row each</source>
        <translation>Rombongan, satu baris tiap orang</translation>
    </message>
    <message>
        <source>Beds for everyone who waits</source>
        <translation>Tempat tidur untuk semua yang menunggu</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>Copy from the row above, in a group</source>
        <translation>Salin dari baris di atas, dalam rombongan</translation>
    </message>
    <message>
        <source>Save and find a bed</source>
        <translation>Simpan dan cari kamar</translation>
    </message>
    <message>
        <source>Take the first, second, third bed</source>
        <translation>Ambil tempat tidur pertama, kedua, ketiga</translation>
    </message>
    <message>
        <source>Not known yet, in any field</source>
        <translation>Belum diketahui, di isian mana pun</translation>
    </message>
    <message>
        <source>Prefers not to say, in a row of choices</source>
        <translation>Memilih tidak menjawab, di baris pilihan</translation>
    </message>
    <message>
        <source>Put the form away as a draft; nothing is lost</source>
        <translation>Simpan isian sebagai draf; tidak ada yang hilang</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Urungkan tindakan terakhir</translation>
    </message>
    <message>
        <source>To the button of the notice below</source>
        <translation>Ke tombol pemberitahuan di bawah</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>Lembar serah terima</translation>
    </message>
    <message>
        <source>Print the paper on screen</source>
        <translation>Cetak kertas di layar</translation>
    </message>
    <message>
        <source>Lock at once</source>
        <translation>Kunci seketika</translation>
    </message>
    <message>
        <source>Lock at once, without looking</source>
        <translation>Kunci seketika, tanpa melihat</translation>
    </message>
    <message>
        <source>Mask or show names</source>
        <translation>Samarkan atau tampilkan nama</translation>
    </message>
    <message>
        <source>Desk, dormitory, admin, tonight, books, caretaking</source>
        <translation>Meja jaga, asrama, admin, malam ini, buku, pengasuhan</translation>
    </message>
    <message>
        <source>Beds as a list or as a board</source>
        <translation>Ranjang sebagai daftar atau denah</translation>
    </message>
    <message>
        <source>Watch rounds; Space or Enter: seen, well</source>
        <translation>Putaran pengawasan; Spasi atau Enter: dilihat, baik</translation>
    </message>
    <message>
        <source>Back and forward</source>
        <translation>Mundur dan maju</translation>
    </message>
    <message>
        <source>Larger, smaller, normal</source>
        <translation>Perbesar, perkecil, normal</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>Bantuan ini</translation>
    </message>
</context>
<context>
    <name>HerNights</name>
    <message>
        <source>She has not slept in a bed here.</source>
        <translation>Ia belum pernah tidur di ranjang di sini.</translation>
    </message>
    <message>
        <source>Back to the night</source>
        <translation>Kembali ke malam itu</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>Nights</source>
        <translation>Malam</translation>
    </message>
    <message>
        <source>Placed by</source>
        <translation>Ditempatkan oleh</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Diakhiri oleh</translation>
    </message>
    <message>
        <source>Where she slept</source>
        <translation>Tempat ia tidur</translation>
    </message>
    <message>
        <source>Where {0} slept</source>
        <translation>Tempat {0} tidur</translation>
    </message>
    <message>
        <source>Nights: {0}, beds: {1}.</source>
        <translation>Malam: {0}, ranjang: {1}.</translation>
    </message>
    <message>
        <source>undone {0}</source>
        <translation>dibatalkan {0}</translation>
    </message>
    <message>
        <source>still here</source>
        <translation>masih di sini</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Previous night</source>
        <translation>Malam sebelumnya</translation>
    </message>
    <message>
        <source>Last night</source>
        <translation>Tadi malam</translation>
    </message>
    <message>
        <source>Next night</source>
        <translation>Malam berikutnya</translation>
    </message>
    <message>
        <source>Night of (such as 30/11/2026, then Enter)</source>
        <translation>Malam tanggal (misalnya 30/11/2026, lalu Enter)</translation>
    </message>
    <message>
        <source>All her nights</source>
        <translation>Semua malamnya</translation>
    </message>
    <message>
        <source>Wing</source>
        <translation>Sayap</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Kamar</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ke mana</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Placed by</source>
        <translation>Ditempatkan oleh</translation>
    </message>
    <message>
        <source>Who slept where</source>
        <translation>Siapa tidur di mana</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>without a bed</source>
        <translation>tanpa ranjang</translation>
    </message>
    <message>
        <source>Sheltered: {0}, without a bed: {1}.</source>
        <translation>Penghuni: {0}, tanpa ranjang: {1}.</translation>
    </message>
    <message>
        <source>This night is not over; as of {0}. {1}</source>
        <translation>Malam ini belum selesai; keadaan {0}. {1}</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} sampai {1}</translation>
    </message>
</context>
<context>
    <name>InspectionPart</name>
    <message>
        <source>Space: fine, not fine, not looked at</source>
        <translation>Spasi: baik, tidak baik, belum dilihat</translation>
    </message>
    <message>
        <source>Note (if there is one)</source>
        <translation>Catatan (bila ada)</translation>
    </message>
    <message>
        <source>The rest is fine</source>
        <translation>Sisanya baik</translation>
    </message>
    <message>
        <source>Write down the walk</source>
        <translation>Catat pemeriksaan</translation>
    </message>
    <message>
        <source>Walk through {0}</source>
        <translation>Pemeriksaan {0}</translation>
    </message>
    <message>
        <source>Choose a room</source>
        <translation>Pilih kamar</translation>
    </message>
    <message>
        <source>{0}, not fine: {1}. Ask for the repair if it needs one.</source>
        <translation>{0}, tidak baik: {1}. Minta perbaikan bila perlu.</translation>
    </message>
    <message>
        <source>The walk is written down.</source>
        <translation>Pemeriksaan dicatat.</translation>
    </message>
</context>
<context>
    <name>IssuedPanel</name>
    <message>
        <source>For whom</source>
        <translation>Untuk siapa</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>It came back</source>
        <translation>Sudah kembali</translation>
    </message>
    <message>
        <source>Things handed out</source>
        <translation>Barang yang diserahkan</translation>
    </message>
    <message>
        <source>Linen and kits</source>
        <translation>Seprai dan perlengkapan</translation>
    </message>
    <message>
        <source>Choose who gets it.</source>
        <translation>Pilih penerimanya.</translation>
    </message>
    <message>
        <source>Handing out: {0}</source>
        <translation>Menyerahkan: {0}</translation>
    </message>
    <message>
        <source>Back: {0}</source>
        <translation>Kembali: {0}</translation>
    </message>
    <message>
        <source>Handed out and written down.</source>
        <translation>Diserahkan dan dicatat.</translation>
    </message>
    <message>
        <source>It came back.</source>
        <translation>Sudah kembali.</translation>
    </message>
    <message>
        <source>choose who gets it</source>
        <translation>pilih penerima</translation>
    </message>
    <message>
        <source>What she was given</source>
        <translation>Yang diterimanya</translation>
    </message>
    <message>
        <source>Out now</source>
        <translation>Sedang dipakai</translation>
    </message>
    <message>
        <source>She was given nothing yet. Choose what she gets and hand it out.</source>
        <translation>Ia belum menerima apa pun. Pilih barangnya, lalu serahkan.</translation>
    </message>
    <message>
        <source>Nothing is out. Choose for whom and what, and hand it out.</source>
        <translation>Tidak ada barang yang keluar. Pilih penerima dan barangnya, lalu serahkan.</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{0} oleh {1}</translation>
    </message>
    <message>
        <source>came back {0}, {1}</source>
        <translation>kembali {0}, {1}</translation>
    </message>
    <message>
        <source>she has left</source>
        <translation>sudah keluar</translation>
    </message>
</context>
<context>
    <name>JointPanel</name>
    <message>
        <source>Beds for everyone</source>
        <translation>Tempat tidur untuk semua</translation>
    </message>
    <message>
        <source>Place all</source>
        <translation>Tempatkan semua</translation>
    </message>
    <message>
        <source>Placing {0} people</source>
        <translation>Menempatkan {0} orang</translation>
    </message>
    <message>
        <source>{0} people have a bed.</source>
        <translation>{0} orang mendapat ranjang.</translation>
    </message>
    <message>
        <source>Beds or people changed meanwhile. Here is a new proposal.</source>
        <translation>Ranjang atau orangnya berubah sementara itu. Ini usulan baru.</translation>
    </message>
    <message>
        <source>Everyone has a bed.</source>
        <translation>Semua penghuni sudah mendapat tempat tidur.</translation>
    </message>
    <message>
        <source>Place all {0}</source>
        <translation>Tempatkan semua {0}</translation>
    </message>
    <message>
        <source>Found together, not first come. Urgent ones and children are never left out.</source>
        <translation>Dicari bersama, bukan siapa cepat. Yang segera dan anak tidak pernah ditinggal.</translation>
    </message>
    <message>
        <source>Legal, though a kinder arrangement may exist.</source>
        <translation>Sesuai aturan, walau mungkin ada susunan yang lebih baik.</translation>
    </message>
    <message>
        <source>{0} · waiting {1}</source>
        <translation>{0} · menunggu {1}</translation>
    </message>
    <message>
        <source>No safe bed tonight. In this order: {0}</source>
        <translation>Tidak ada ranjang yang aman malam ini. Urutannya: {0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Or {0}</source>
        <translation>Atau {0}</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Another bed for {0}</source>
        <translation>Tempat tidur lain untuk {0}</translation>
    </message>
    <message>
        <source>With staff tonight</source>
        <translation>Bersama petugas malam ini</translation>
    </message>
    <message>
        <source>{0} stays with staff tonight</source>
        <translation>{0} bersama petugas malam ini</translation>
    </message>
    <message>
        <source>Noted: with staff tonight. She still waits.</source>
        <translation>Tercatat: bersama petugas malam ini. Ia masih menunggu ranjang.</translation>
    </message>
    <message>
        <source>Noting who stays with staff</source>
        <translation>Mencatat yang bersama petugas</translation>
    </message>
</context>
<context>
    <name>KeptChecks</name>
    <message>
        <source>Earlier</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Sesudahnya</translation>
    </message>
    <message>
        <source>Back to tonight</source>
        <translation>Kembali ke malam ini</translation>
    </message>
    <message>
        <source>No check was kept in these days.</source>
        <translation>Tidak ada pemeriksaan tersimpan pada hari-hari ini.</translation>
    </message>
    <message>
        <source>Kept checks</source>
        <translation>Pemeriksaan tersimpan</translation>
    </message>
    <message>
        <source>What it found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} sampai {1}</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>{0} temuan</translation>
    </message>
    <message>
        <source>{0} people in {1} rooms.</source>
        <translation>{0} orang di {1} kamar.</translation>
    </message>
    <message>
        <source>Everything was in order.</source>
        <translation>Semuanya beres.</translation>
    </message>
    <message>
        <source>Somebody has to move</source>
        <translation>Seseorang perlu pindah</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>KeptForGroups</name>
    <message>
        <source>{0} beds are kept for {1} until {2}.</source>
        <translation>{0} ranjang dipesan untuk {1} sampai {2}.</translation>
    </message>
    <message>
        <source>They have come</source>
        <translation>Sudah tiba</translation>
    </message>
    <message>
        <source>{0} have come: open their beds</source>
        <translation>{0} sudah tiba: buka ranjangnya</translation>
    </message>
    <message>
        <source>Opening the beds kept for {0}</source>
        <translation>Membuka ranjang yang dipesan untuk {0}</translation>
    </message>
</context>
<context>
    <name>KeptPanel</name>
    <message>
        <source>Reserved beds</source>
        <translation>Ranjang dipesan</translation>
    </message>
    <message>
        <source>Blocked beds and rooms</source>
        <translation>Ranjang dan kamar diblokir</translation>
    </message>
    <message>
        <source>No bed is reserved.</source>
        <translation>Tidak ada ranjang yang dipesan.</translation>
    </message>
    <message>
        <source>Nothing is blocked.</source>
        <translation>Tidak ada yang diblokir.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>They have come</source>
        <translation>Sudah tiba</translation>
    </message>
    <message>
        <source>Lift the block</source>
        <translation>Buka blokir</translation>
    </message>
    <message>
        <source>Released.</source>
        <translation>Dilepas.</translation>
    </message>
    <message>
        <source>Their beds are open to everybody who waits.</source>
        <translation>Tempat tidurnya terbuka untuk semua yang menunggu.</translation>
    </message>
    <message>
        <source>Releasing {0}</source>
        <translation>Pelepasan {0}</translation>
    </message>
    <message>
        <source>{0} can be used again.</source>
        <translation>{0} dapat dipakai lagi.</translation>
    </message>
    <message>
        <source>Lifting the block of {0}</source>
        <translation>Pembukaan blokir {0}</translation>
    </message>
    <message>
        <source>until {0}, {1} left</source>
        <translation>sampai {0}, sisa {1}</translation>
    </message>
    <message>
        <source>up to {0}</source>
        <translation>sampai {0}</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Change officer</source>
        <translation>Ganti petugas</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
    </message>
    <message>
        <source>Drafts kept: {0}</source>
        <translation>Draf tersimpan: {0}</translation>
    </message>
    <message>
        <source>Watch rounds to be made now: {0}</source>
        <translation>Putaran pengawasan yang harus dilakukan sekarang: {0}</translation>
    </message>
    <message>
        <source>Type your password now.</source>
        <translation>Sekarang ketik kata sandi.</translation>
    </message>
    <message>
        <source>That PIN does not match. {0} tries left before your password is needed.</source>
        <translation>PIN belum cocok. Sisa {0} percobaan sebelum memakai kata sandi.</translation>
    </message>
</context>
<context>
    <name>LogList</name>
    <message>
        <source>Log of this shift</source>
        <translation>Buku piket sif ini</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Tandai sudah dibaca</translation>
    </message>
    <message>
        <source>Nothing written on this shift yet.</source>
        <translation>Belum ada catatan pada sif ini.</translation>
    </message>
    <message>
        <source>Marked as read.</source>
        <translation>Ditandai sudah dibaca.</translation>
    </message>
    <message>
        <source>Marking as read</source>
        <translation>Menandai sudah dibaca</translation>
    </message>
    <message>
        <source>TO READ</source>
        <translation>PERLU DIBACA</translation>
    </message>
    <message>
        <source>read</source>
        <translation>sudah dibaca</translation>
    </message>
    <message>
        <source>for the next shift</source>
        <translation>untuk sif berikut</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>What it is about</source>
        <translation>Tentang apa</translation>
    </message>
    <message>
        <source>Tell the next shift</source>
        <translation>Sampaikan ke sif berikut</translation>
    </message>
    <message>
        <source>What happened (at most {0} characters)</source>
        <translation>Apa yang terjadi (paling banyak {0} huruf)</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>Tentang siapa</translation>
    </message>
    <message>
        <source>When (empty: now)</source>
        <translation>Jam berapa (kosong: sekarang)</translation>
    </message>
    <message>
        <source>Write into the log</source>
        <translation>Tulis di buku piket</translation>
    </message>
    <message>
        <source>Duty log</source>
        <translation>Buku piket</translation>
    </message>
    <message>
        <source>Choose what it is about.</source>
        <translation>Pilih ini tentang apa.</translation>
    </message>
    <message>
        <source>Log entry of {0}</source>
        <translation>Catatan piket {0}</translation>
    </message>
    <message>
        <source>Written. No shift is running, so the next one finds it.</source>
        <translation>Tertulis. Tidak ada sif berjalan, jadi sif berikut akan menemukannya.</translation>
    </message>
    <message>
        <source>Written into the log.</source>
        <translation>Tertulis di buku piket.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>tidak tentang seseorang</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>Ganti bahasa</translation>
    </message>
    <message>
        <source>Leave training mode</source>
        <translation>Keluar dari mode latihan</translation>
    </message>
    <message>
        <source>Training mode</source>
        <translation>Mode latihan</translation>
    </message>
    <message>
        <source>Use the recovery sheet</source>
        <translation>Pakai lembar pemulihan</translation>
    </message>
    <message>
        <source>Sign in to start. The data stays on this computer.</source>
        <translation>Masuk untuk mulai. Data tetap di komputer ini.</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Training: every password here is &quot;latihan-teduh&quot;. Nothing here is real; this PC opens here again until you leave training mode.</source>
        <translation>Latihan: semua kata sandi di sini &quot;latihan-teduh&quot;. Tidak ada yang nyata di sini; komputer ini akan membuka latihan lagi sampai Anda keluar dari mode latihan.</translation>
    </message>
    <message>
        <source>Start training over</source>
        <translation>Mulai latihan dari awal</translation>
    </message>
    <message>
        <source>Wait {0} seconds, or let a colleague sign in.</source>
        <translation>Tunggu {0} detik, atau rekan lain yang masuk.</translation>
    </message>
</context>
<context>
    <name>LogoChoice</name>
    <message>
        <source>Choose a logo…</source>
        <translation>Pilih logo…</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Hapus logo</translation>
    </message>
    <message>
        <source>The logo on papers</source>
        <translation>Logo pada surat</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Tanpa logo</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Pilih logo</translation>
    </message>
</context>
<context>
    <name>MainPage</name>
    <message>
        <source>Your post has no right to do this. Ask the coordinator.</source>
        <translation>Jabatan Anda tidak berhak melakukan ini. Tanyakan kepada koordinator.</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Diurungkan: {0}</translation>
    </message>
    <message>
        <source>Handed over. The next shift has begun.</source>
        <translation>Sudah diserahkan. Sif berikut dimulai.</translation>
    </message>
</context>
<context>
    <name>MedicineCard</name>
    <message>
        <source>Name of the medicine</source>
        <translation>Nama obat</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Medicine so far</source>
        <translation>Obat sejauh ini</translation>
    </message>
    <message>
        <source>The medicine is written down.</source>
        <translation>Obat sudah dicatat.</translation>
    </message>
</context>
<context>
    <name>MoveList</name>
    <message>
        <source>Who moves</source>
        <translation>Siapa pindah</translation>
    </message>
    <message>
        <source>Another bed</source>
        <translation>Tempat tidur lain</translation>
    </message>
    <message>
        <source>Who moves ({0})</source>
        <translation>Siapa pindah ({0})</translation>
    </message>
    <message>
        <source>stays in {0}</source>
        <translation>tetap di {0}</translation>
    </message>
    <message>
        <source>goes on waiting</source>
        <translation>tetap menunggu</translation>
    </message>
    <message>
        <source>Another bed for {0}</source>
        <translation>Tempat tidur lain untuk {0}</translation>
    </message>
    <message>
        <source>Needs a signature: {0}</source>
        <translation>Perlu izin: {0}</translation>
    </message>
    <message>
        <source>the bed kept for her moves</source>
        <translation>ranjang yang disimpan untuknya ikut pindah</translation>
    </message>
</context>
<context>
    <name>MovesPanel</name>
    <message>
        <source>Planned moves</source>
        <translation>Rencana pindah</translation>
    </message>
    <message>
        <source>No move is planned.</source>
        <translation>Tidak ada rencana pindah.</translation>
    </message>
    <message>
        <source>Why you sign (at least 10 letters)</source>
        <translation>Alasan memberi izin (paling sedikit 10 huruf)</translation>
    </message>
    <message>
        <source>Cancel this plan</source>
        <translation>Batalkan rencana ini</translation>
    </message>
    <message>
        <source>Move her now</source>
        <translation>Pindahkan sekarang</translation>
    </message>
    <message>
        <source>Nobody is moved by the date.</source>
        <translation>Tanggal tidak memindahkan siapa pun.</translation>
    </message>
    <message>
        <source>Moving {0} to {1}</source>
        <translation>Memindahkan {0} ke {1}</translation>
    </message>
    <message>
        <source>She has the bed that was planned.</source>
        <translation>Ia menempati ranjang yang direncanakan.</translation>
    </message>
    <message>
        <source>Cancelling the move of {0}</source>
        <translation>Membatalkan pindahnya {0}</translation>
    </message>
    <message>
        <source>The plan is cancelled.</source>
        <translation>Rencana dibatalkan.</translation>
    </message>
    <message>
        <source>Tick it off</source>
        <translation>Tandai selesai</translation>
    </message>
    <message>
        <source>{0} (overdue)</source>
        <translation>{0} (terlambat)</translation>
    </message>
    <message>
        <source>{0} (today)</source>
        <translation>{0} (hari ini)</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} sampai {1}</translation>
    </message>
    <message>
        <source>no bed</source>
        <translation>tanpa ranjang</translation>
    </message>
    <message>
        <source>she lies there already</source>
        <translation>sudah di ranjang itu</translation>
    </message>
    <message>
        <source>frees {0}</source>
        <translation>mengosongkan {0}</translation>
    </message>
</context>
<context>
    <name>MustKnowPanel</name>
    <message>
        <source>Only who needs something</source>
        <translation>Hanya yang perlu perhatian</translation>
    </message>
    <message>
        <source>What a caretaker must know</source>
        <translation>Yang perlu diketahui pengasuh</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Alergi</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Pantangan makan</translation>
    </message>
    <message>
        <source>Medicine given</source>
        <translation>Obat diberikan</translation>
    </message>
    <message>
        <source>Keep away from</source>
        <translation>Jauhkan dari</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Pengawasan</translation>
    </message>
    <message>
        <source>Without a bed</source>
        <translation>Tanpa ranjang</translation>
    </message>
    <message>
        <source>Nobody here needs anything special. Untick the box to see everybody.</source>
        <translation>Tidak ada yang perlu perhatian khusus. Hapus centang untuk melihat semua.</translation>
    </message>
    <message>
        <source>Nobody is here yet. Whoever arrives is registered at the duty desk.</source>
        <translation>Belum ada siapa pun. Yang datang didaftarkan di meja piket.</translation>
    </message>
    <message>
        <source>You look after {0} now: only its people stand here.</source>
        <translation>Anda mengasuh {0} sekarang: hanya penghuninya yang tampil.</translation>
    </message>
    <message>
        <source>You are on no roster now, so every wing stands here. The coordinator plans who looks after which wing.</source>
        <translation>Anda tidak ada di jadwal sekarang, jadi semua sayap tampil. Koordinator menjadwalkan siapa mengasuh sayap mana.</translation>
    </message>
    <message>
        <source>Never the reason, never the case: only what a wing has to know.</source>
        <translation>Tanpa alasan, tanpa kasus: hanya yang perlu diketahui di sayap.</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>tercatat</translation>
    </message>
    <message>
        <source>baby, {0} days: milk</source>
        <translation>bayi, {0} hari: susu</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>belum ditanya</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>belum tahu</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>tidak dijawab</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>Needs of the first hour</source>
        <translation>Kebutuhan jam pertama</translation>
    </message>
    <message>
        <source>Need: {0}</source>
        <translation>Kebutuhan: {0}</translation>
    </message>
</context>
<context>
    <name>NeedsPanel</name>
    <message>
        <source>0 · none</source>
        <translation>0 · tidak ada</translation>
    </message>
    <message>
        <source>1 · look in on her</source>
        <translation>1 · ditengok</translation>
    </message>
    <message>
        <source>2 · near the caretaker</source>
        <translation>2 · dekat pengasuh</translation>
    </message>
    <message>
        <source>3 · never alone</source>
        <translation>3 · tidak pernah sendiri</translation>
    </message>
    <message>
        <source>Room of her own</source>
        <translation>Kamar sendiri</translation>
    </message>
    <message>
        <source>Room without stairs</source>
        <translation>Kamar tanpa tangga</translation>
    </message>
    <message>
        <source>Lower bunk</source>
        <translation>Ranjang bawah</translation>
    </message>
    <message>
        <source>not assessed yet</source>
        <translation>belum diasesmen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>belum tahu</translation>
    </message>
    <message>
        <source>prefers not to say</source>
        <translation>memilih tidak menjawab</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>tidak berlaku</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Kebutuhan</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Asal</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Pengawasan</translation>
    </message>
    <message>
        <source>Sexually exploited</source>
        <translation>Tereksploitasi seksual</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>The board says what no longer fits; nobody is moved.</source>
        <translation>Denah menunjukkan yang tidak sesuai lagi; tidak ada yang dipindahkan.</translation>
    </message>
    <message>
        <source>Needs noted.</source>
        <translation>Kebutuhan dicatat.</translation>
    </message>
</context>
<context>
    <name>NightCures</name>
    <message>
        <source>Move {0} to {1}</source>
        <translation>Pindahkan {0} ke {1}</translation>
    </message>
    <message>
        <source>Plan the house anew</source>
        <translation>Atur ulang kamar</translation>
    </message>
    <message>
        <source>Find a bed</source>
        <translation>Carikan tempat tidur</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Sudah diterima</translation>
    </message>
    <message>
        <source>Release the bed</source>
        <translation>Lepaskan ranjang</translation>
    </message>
    <message>
        <source>Confirm the signature</source>
        <translation>Kukuhkan tanda tangan</translation>
    </message>
    <message>
        <source>The caretaker looks after the child</source>
        <translation>Pengasuh menjaga anaknya</translation>
    </message>
    <message>
        <source>Plan a caretaker</source>
        <translation>Jadwalkan pengasuh</translation>
    </message>
    <message>
        <source>Moving {0} to {1}</source>
        <translation>Memindahkan {0} ke {1}</translation>
    </message>
    <message>
        <source>Receiving {0}</source>
        <translation>Menerima {0}</translation>
    </message>
    <message>
        <source>Releasing the bed of {0}</source>
        <translation>Melepaskan ranjang {0}</translation>
    </message>
    <message>
        <source>Confirming the signature for {0}</source>
        <translation>Mengukuhkan tanda tangan untuk {0}</translation>
    </message>
</context>
<context>
    <name>NightListPanel</name>
    <message>
        <source>Check now</source>
        <translation>Periksa sekarang</translation>
    </message>
    <message>
        <source>Kept checks</source>
        <translation>Pemeriksaan tersimpan</translation>
    </message>
    <message>
        <source>What has no button here: tell the duty officer or the coordinator.</source>
        <translation>Yang tanpa tombol di sini: beri tahu petugas piket atau koordinator.</translation>
    </message>
    <message>
        <source>Nightly check</source>
        <translation>Pemeriksaan malam</translation>
    </message>
    <message>
        <source>{0} people in {1} rooms.</source>
        <translation>{0} orang di {1} kamar.</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Semua sesuai.</translation>
    </message>
    <message>
        <source>1 thing has to be put right.</source>
        <translation>1 hal perlu dibenahi.</translation>
    </message>
    <message>
        <source>{0} things have to be put right.</source>
        <translation>{0} hal perlu dibenahi.</translation>
    </message>
    <message>
        <source>No check was kept yet; each watch begins with one.</source>
        <translation>Belum ada pemeriksaan tersimpan; setiap sif dimulai dengan satu pemeriksaan.</translation>
    </message>
    <message>
        <source>Last kept {0} by {1}: {2} found.</source>
        <translation>Terakhir disimpan {0} oleh {1}: {2} temuan.</translation>
    </message>
    <message>
        <source>Somebody has to move</source>
        <translation>Seseorang perlu pindah</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>Room {0}</source>
        <translation>Kamar {0}</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>sejak {0}</translation>
    </message>
    <message>
        <source>somebody signed for it</source>
        <translation>sudah ditandatangani</translation>
    </message>
    <message>
        <source>Nobody has planned caretakers yet.</source>
        <translation>Belum ada jadwal pengasuh.</translation>
    </message>
    <message>
        <source>Checked and kept: {0} found.</source>
        <translation>Diperiksa dan disimpan: {0} temuan.</translation>
    </message>
</context>
<context>
    <name>NotReceived</name>
    <message>
        <source>And {0} more: see the nightly check.</source>
        <translation>Dan {0} lagi: lihat pemeriksaan malam.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Sudah diterima</translation>
    </message>
    <message>
        <source>{0} was received in {1}</source>
        <translation>{0} sudah diterima di {1}</translation>
    </message>
    <message>
        <source>{0} was sent to {1} {2} ago. Nobody has received her.</source>
        <translation>{0} dikirim ke {1} {2} yang lalu. Belum ada yang menerimanya.</translation>
    </message>
    <message>
        <source>Call {0}.</source>
        <translation>Hubungi {0}.</translation>
    </message>
    <message>
        <source>No caretaker is planned for {0}: look there.</source>
        <translation>Belum ada pengasuh untuk {0}: lihat ke sana.</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>Baca semua</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The recovery sheet was used on {0}. If you did not expect it, change passwords and make a new sheet in Admin.</source>
        <translation>Lembar pemulihan dipakai {0}. Bila tidak Anda duga, ganti kata sandi dan buat lembar baru di Admin.</translation>
    </message>
    <message>
        <source>The data folder is kept by {0} too, and its copies can lose a night. Call the coordinator: it has to move to a folder of this computer alone.</source>
        <translation>Folder data ikut disimpan oleh {0}, dan salinannya dapat menghilangkan catatan satu malam. Hubungi koordinator: folder itu harus dipindahkan ke tempat yang hanya ada di komputer ini.</translation>
    </message>
    <message>
        <source>The data was changed outside Teduh ({0}). Call the head; run the examination (teduh doctor).</source>
        <translation>Data diubah di luar Teduh ({0}). Hubungi Ketua; jalankan pemeriksaan (teduh doctor).</translation>
    </message>
</context>
<context>
    <name>OwnAlong</name>
    <message>
        <source>Together with her children?</source>
        <translation>Bersama anaknya?</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Duty desk</source>
        <translation>Meja jaga</translation>
    </message>
    <message>
        <source>Dormitory</source>
        <translation>Asrama</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Denah</translation>
    </message>
    <message>
        <source>Nightly check</source>
        <translation>Pemeriksaan malam</translation>
    </message>
    <message>
        <source>Plan anew</source>
        <translation>Atur ulang</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Di luar</translation>
    </message>
    <message>
        <source>Reserved and blocked</source>
        <translation>Dipesan dan ditutup</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>Dijauhkan</translation>
    </message>
    <message>
        <source>Turning 18</source>
        <translation>Segera 18 tahun</translation>
    </message>
    <message>
        <source>Planned moves</source>
        <translation>Rencana pindah</translation>
    </message>
    <message>
        <source>Caretaking</source>
        <translation>Pengasuhan</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Perlu diketahui</translation>
    </message>
    <message>
        <source>Headcount</source>
        <translation>Hitung orang</translation>
    </message>
    <message>
        <source>Linen and kits</source>
        <translation>Seprai dan perlengkapan</translation>
    </message>
    <message>
        <source>Rooms and repairs</source>
        <translation>Kamar dan perbaikan</translation>
    </message>
    <message>
        <source>TV room</source>
        <translation>Ruang TV</translation>
    </message>
    <message>
        <source>Caretaker roster</source>
        <translation>Jadwal pengasuh</translation>
    </message>
    <message>
        <source>Rooms and beds</source>
        <translation>Kamar dan ranjang</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Malam ini</translation>
    </message>
    <message>
        <source>Duty log</source>
        <translation>Buku piket</translation>
    </message>
    <message>
        <source>Bed check</source>
        <translation>Pemeriksaan ranjang</translation>
    </message>
    <message>
        <source>Needs and belongings</source>
        <translation>Kebutuhan dan barang</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Buku</translation>
    </message>
    <message>
        <source>Arrival book</source>
        <translation>Buku kedatangan</translation>
    </message>
    <message>
        <source>Duty roster</source>
        <translation>Jadwal piket</translation>
    </message>
    <message>
        <source>Was she here before?</source>
        <translation>Pernah di sini?</translation>
    </message>
    <message>
        <source>Ages that are not certain</source>
        <translation>Usia yang belum pasti</translation>
    </message>
    <message>
        <source>Past nights</source>
        <translation>Malam lalu</translation>
    </message>
    <message>
        <source>Departures</source>
        <translation>Yang sudah keluar</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>Rumah</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Serah terima</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a client, a room or a command</source>
        <translation>Cari klien, kamar, atau perintah</translation>
    </message>
    <message>
        <source>A name, a code, a room; &gt; for commands, # for rooms</source>
        <translation>Nama, kode, kamar; &gt; untuk perintah, # untuk kamar</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>Tidak ditemukan. Coba huruf lebih sedikit.</translation>
    </message>
    <message>
        <source>left</source>
        <translation>sudah keluar</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>The papers folder cannot be written.</source>
        <translation>Folder kertas tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>Saved as {0} in the papers folder.</source>
        <translation>Tersimpan sebagai {0} di folder &quot;papers&quot;.</translation>
    </message>
</context>
<context>
    <name>PaperEntry</name>
    <message>
        <source>Copied from a paper sheet</source>
        <translation>Disalin dari lembar kertas</translation>
    </message>
    <message>
        <source>Number of the sheet</source>
        <translation>Nomor lembar</translation>
    </message>
    <message>
        <source>When she arrived, such as 02.14 or 23/11 02.14 (empty: now)</source>
        <translation>Jam tiba, misalnya 02.14 atau 23/11 02.14 (kosong: sekarang)</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Preview of the paper</source>
        <translation>Pratinjau kertas</translation>
    </message>
</context>
<context>
    <name>PartnersCard</name>
    <message>
        <source>Partners</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Name of the partner</source>
        <translation>Nama mitra</translation>
    </message>
    <message>
        <source>City or regency</source>
        <translation>Kota atau kabupaten</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Whom to ask for</source>
        <translation>Orang yang dihubungi</translation>
    </message>
    <message>
        <source>No longer offer</source>
        <translation>Jangan tawarkan lagi</translation>
    </message>
    <message>
        <source>New partner</source>
        <translation>Mitra baru</translation>
    </message>
    <message>
        <source>Save partner</source>
        <translation>Simpan mitra</translation>
    </message>
    <message>
        <source>Partners who refer women</source>
        <translation>Mitra perujuk</translation>
    </message>
    <message>
        <source>sent {0}</source>
        <translation>mengirim {0}</translation>
    </message>
    <message>
        <source>told: {0} {1}</source>
        <translation>dijanjikan: {0} {1}</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>tidak ditawarkan lagi</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>Tawarkan lagi</translation>
    </message>
    <message>
        <source>The directory of partners is saved.</source>
        <translation>Daftar mitra tersimpan.</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>PIN for this shift, six digits</source>
        <translation>PIN untuk sif ini, enam angka</translation>
    </message>
    <message>
        <source>Use this PIN</source>
        <translation>Pakai PIN ini</translation>
    </message>
    <message>
        <source>Without a PIN</source>
        <translation>Tanpa PIN</translation>
    </message>
    <message>
        <source>Welcome, {0}</source>
        <translation>Selamat datang, {0}</translation>
    </message>
    <message>
        <source>With a PIN the screen unlocks quickly. It is forgotten when Teduh closes.</source>
        <translation>Dengan PIN layar cepat dibuka. PIN dilupakan saat Teduh ditutup.</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>Moving {0} to {1}</source>
        <translation>Memindahkan {0} ke {1}</translation>
    </message>
    <message>
        <source>Placing {0} in {1}</source>
        <translation>Menempatkan {0} di {1}</translation>
    </message>
    <message>
        <source>Swapping {0} and {1}</source>
        <translation>Menukar {0} dan {1}</translation>
    </message>
    <message>
        <source>{0} sleeps in {1}, and {2} with her.</source>
        <translation>{0} tidur di {1}, bersama {2} orang.</translation>
    </message>
    <message>
        <source>{0} sleeps in {1}.</source>
        <translation>{0} tidur di {1}.</translation>
    </message>
    <message>
        <source>{0} sleeps in {1}, {2} in {3}.</source>
        <translation>{0} tidur di {1}, {2} di {3}.</translation>
    </message>
    <message>
        <source>{0} was not placed in {1}. {2}</source>
        <translation>{0} belum ditempatkan di {1}. {2}</translation>
    </message>
    <message>
        <source>{0} and {1} were not swapped. {2}</source>
        <translation>{0} dan {1} tidak ditukar. {2}</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Floor {0}</source>
        <translation>Lantai {0}</translation>
    </message>
    <message>
        <source>{0} free of {1}</source>
        <translation>{0} kosong dari {1}</translation>
    </message>
    <message>
        <source>No caretaker on duty</source>
        <translation>Belum ada pengasuh bertugas</translation>
    </message>
    <message>
        <source>One caretaker for adults and children</source>
        <translation>Satu pengasuh untuk dewasa dan anak</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>Other rooms: {0}</source>
        <translation>Ruang lain: {0}</translation>
    </message>
</context>
<context>
    <name>PlanMoveForm</name>
    <message>
        <source>no bed on that day</source>
        <translation>tidak ada ranjang pada hari itu</translation>
    </message>
    <message>
        <source>Plan a move</source>
        <translation>Rencanakan pindah</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Pada</translation>
    </message>
    <message>
        <source>Such as 30/11</source>
        <translation>Misalnya 30/11</translation>
    </message>
    <message>
        <source>To bed</source>
        <translation>Ke ranjang</translation>
    </message>
    <message>
        <source>Why (at least 10 letters)</source>
        <translation>Alasan (paling sedikit 10 huruf)</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Rencanakan</translation>
    </message>
    <message>
        <source>{0} (needs permission)</source>
        <translation>{0} (perlu izin)</translation>
    </message>
    <message>
        <source>Planning a move</source>
        <translation>Merencanakan pindah</translation>
    </message>
    <message>
        <source>The move is planned for {0}. Nobody is moved by the date.</source>
        <translation>Pindah direncanakan untuk {0}. Tanggal tidak memindahkan siapa pun.</translation>
    </message>
</context>
<context>
    <name>PurposeDates</name>
    <message>
        <source>Use of rooms by date</source>
        <translation>Fungsi kamar menurut tanggal</translation>
    </message>
    <message>
        <source>No change of use is planned or noted.</source>
        <translation>Tidak ada alih fungsi yang direncanakan atau tercatat.</translation>
    </message>
    <message>
        <source>Cancel this plan</source>
        <translation>Batalkan rencana ini</translation>
    </message>
    <message>
        <source>Use by date</source>
        <translation>Fungsi menurut tanggal</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Semua kamar</translation>
    </message>
    <message>
        <source>Cancelling the plan for {0}</source>
        <translation>Membatalkan rencana {0}</translation>
    </message>
    <message>
        <source>The plan is cancelled, with the moves planned for it.</source>
        <translation>Rencana dibatalkan, termasuk rencana pindahnya.</translation>
    </message>
    <message>
        <source>planned from {0}</source>
        <translation>direncanakan mulai {0}</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>sejak {0}</translation>
    </message>
    <message>
        <source>before: {0}</source>
        <translation>sebelumnya: {0}</translation>
    </message>
    <message>
        <source>moves still to be made: {0}</source>
        <translation>pindah yang belum dilakukan: {0}</translation>
    </message>
    <message>
        <source>waits: {0}</source>
        <translation>menunggu: {0}</translation>
    </message>
</context>
<context>
    <name>PurposeForm</name>
    <message>
        <source>Use of a room</source>
        <translation>Fungsi kamar</translation>
    </message>
    <message>
        <source>New use</source>
        <translation>Fungsi baru</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Such as 30/11; empty means today</source>
        <translation>Misalnya 30/11; kosong berarti hari ini</translation>
    </message>
    <message>
        <source>Why (at least 10 letters)</source>
        <translation>Alasan (paling sedikit 10 huruf)</translation>
    </message>
    <message>
        <source>Where they go</source>
        <translation>Pindah ke mana</translation>
    </message>
    <message>
        <source>Change the use</source>
        <translation>Ubah fungsi</translation>
    </message>
    <message>
        <source>The day alone moves nobody: the room changes once it is empty.</source>
        <translation>Tanggal saja tidak memindahkan siapa pun: kamar beralih fungsi setelah kosong.</translation>
    </message>
    <message>
        <source>{0} · now: {1}</source>
        <translation>{0} · kini: {1}</translation>
    </message>
    <message>
        <source>{0}, bed {1}</source>
        <translation>{0}, ranjang {1}</translation>
    </message>
    <message>
        <source>{0} (needs permission)</source>
        <translation>{0} (perlu izin)</translation>
    </message>
    <message>
        <source>no bed on that day</source>
        <translation>tidak ada ranjang pada hari itu</translation>
    </message>
    <message>
        <source>Changing the use of {0}</source>
        <translation>Mengubah fungsi {0}</translation>
    </message>
    <message>
        <source>The use of the room is changed.</source>
        <translation>Fungsi kamar sudah diubah.</translation>
    </message>
    <message>
        <source>The change is planned. Planned moves: {0}.</source>
        <translation>Alih fungsi sudah direncanakan. Rencana pindah: {0}.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Cari di:</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Folder &amp;baru</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Ganti nama</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Tampilkan rincian</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Tampilkan daftar</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Buat folder baru</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Buat folder baru</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nama berkas:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Jenis berkas:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Ke folder di atasnya</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Daftar tempat dan penanda</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Folder di atasnya</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Tampilkan berkas &amp;tersembunyi</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Bilah sisi</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 sudah ada.
Ganti dengan yang baru?</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Tanggal diubah</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Potong</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ya</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Tidak</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>&amp;Options &gt;&gt;</source>
        <translation>&amp;Pilihan &gt;&gt;</translation>
    </message>
    <message>
        <source>&amp;Options &lt;&lt;</source>
        <translation>&amp;Pilihan &lt;&lt;</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Cetak</translation>
    </message>
    <message>
        <source>All Pages</source>
        <translation>Semua halaman</translation>
    </message>
    <message>
        <source>Even Pages</source>
        <translation>Halaman genap</translation>
    </message>
    <message>
        <source>Odd Pages</source>
        <translation>Halaman ganjil</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Berkas lokal</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Print to File (PDF)</source>
        <translation>Cetak ke berkas (PDF)</translation>
    </message>
    <message>
        <source>Write PDF file</source>
        <translation>Tulis berkas PDF</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Collate</source>
        <translation>Urutkan per set</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Berwarna</translation>
    </message>
    <message>
        <source>Color Mode</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Rangkap</translation>
    </message>
    <message>
        <source>Copies:</source>
        <translation>Rangkap:</translation>
    </message>
    <message>
        <source>Current Page</source>
        <translation>Halaman ini</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>Cetak bolak-balik</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>Hitam-putih</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Jilid sisi panjang</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Jilid sisi pendek</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Pilihan</translation>
    </message>
    <message>
        <source>Output Settings</source>
        <translation>Pengaturan hasil</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Halaman:</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Pages from</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>Cetak semua</translation>
    </message>
    <message>
        <source>Print range</source>
        <translation>Bagian yang dicetak</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Urutan terbalik</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Pilihan</translation>
    </message>
    <message>
        <source>to</source>
        <translation>sampai</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nama:</translation>
    </message>
    <message>
        <source>Location:</source>
        <translation>Tempat:</translation>
    </message>
    <message>
        <source>Output &amp;file:</source>
        <translation>&amp;Berkas hasil:</translation>
    </message>
    <message>
        <source>P&amp;roperties</source>
        <translation>Si&amp;fat</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Jenis:</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Potong</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Arrivals of this shift</source>
        <translation>Kedatangan sif ini</translation>
    </message>
    <message>
        <source>No arrivals yet tonight. Press Ctrl+N when someone arrives.</source>
        <translation>Belum ada kedatangan malam ini. Tekan Ctrl+N bila ada yang tiba.</translation>
    </message>
    <message>
        <source>New arrival</source>
        <translation>Kedatangan baru</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Rombongan</translation>
    </message>
    <message>
        <source>Beds for all</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>{0}  Draft by {1}
Continue</source>
        <translation>{0}  Draf oleh {1}
Lanjutkan</translation>
    </message>
    <message>
        <source>{0} (clock doubtful)</source>
        <translation>{0} (jam diragukan)</translation>
    </message>
    <message>
        <source>away: {0}</source>
        <translation>di luar: {0}</translation>
    </message>
    <message>
        <source>waiting {0}</source>
        <translation>menunggu {0}</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>The 17 words of the sheet, in order</source>
        <translation>17 kata pada lembar, berurutan</translation>
    </message>
    <message>
        <source>The first four letters of each word are enough.</source>
        <translation>Empat huruf pertama tiap kata sudah cukup.</translation>
    </message>
    <message>
        <source>Login of the head or coordinator</source>
        <translation>Nama masuk Ketua atau koordinator</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Kata sandi baru sekali lagi</translation>
    </message>
    <message>
        <source>Open with the sheet</source>
        <translation>Buka dengan lembar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Lembar pemulihan</translation>
    </message>
    <message>
        <source>Afterwards this sheet is void and a new one is printed.</source>
        <translation>Sesudahnya lembar ini tidak berlaku dan yang baru dicetak.</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the second one again.</source>
        <translation>Kedua kata sandi berbeda. Ketik lagi yang kedua.</translation>
    </message>
</context>
<context>
    <name>RegisterBanner</name>
    <message>
        <source>Not saved yet. {0}</source>
        <translation>Belum tersimpan. {0}</translation>
    </message>
    <message>
        <source>Print entries</source>
        <translation>Cetak isian</translation>
    </message>
    <message>
        <source>Open what is recorded now</source>
        <translation>Buka catatan yang terbaru</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>Save and find a bed</source>
        <translation>Simpan dan cari kamar</translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation>Lanjutkan nanti</translation>
    </message>
    <message>
        <source>Quick registration</source>
        <translation>Registrasi cepat</translation>
    </message>
    <message>
        <source>No need to ask tonight what happened to her.</source>
        <translation>Tidak perlu bertanya apa yang terjadi malam ini.</translation>
    </message>
    <message>
        <source>Drop this draft</source>
        <translation>Hapus draf ini</translation>
    </message>
    <message>
        <source>Choose an arrival in the queue to complete it.</source>
        <translation>Pilih kedatangan di antrean untuk melengkapinya.</translation>
    </message>
    <message>
        <source>Everything is kept while you type.</source>
        <translation>Semua tersimpan sambil diketik.</translation>
    </message>
    <message>
        <source>Completing {0}</source>
        <translation>Melengkapi {0}</translation>
    </message>
    <message>
        <source>Draft, saved {0}</source>
        <translation>Draf · tersimpan {0}</translation>
    </message>
    <message>
        <source>Dropping the draft of {0}</source>
        <translation>Menghapus draf {0}</translation>
    </message>
    <message>
        <source>the new arrival</source>
        <translation>kedatangan baru</translation>
    </message>
    <message>
        <source>Registering {0}</source>
        <translation>Mendaftarkan {0}</translation>
    </message>
    <message>
        <source>Only one field is needed.</source>
        <translation>Satu isian saja cukup.</translation>
    </message>
</context>
<context>
    <name>RepairsPart</name>
    <message>
        <source>What is broken</source>
        <translation>Yang rusak</translation>
    </message>
    <message>
        <source>What exactly</source>
        <translation>Tepatnya</translation>
    </message>
    <message>
        <source>Ask for the repair</source>
        <translation>Minta perbaikan</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Nothing is waiting for a repair. Choose a room, then say what is broken.</source>
        <translation>Tidak ada perbaikan yang menunggu. Pilih kamar, lalu sebutkan yang rusak.</translation>
    </message>
    <message>
        <source>Broken in {0}</source>
        <translation>Rusak di {0}</translation>
    </message>
    <message>
        <source>Choose a room</source>
        <translation>Pilih kamar</translation>
    </message>
    <message>
        <source>Repair in {0}</source>
        <translation>Perbaikan di {0}</translation>
    </message>
    <message>
        <source>The repair is asked for.</source>
        <translation>Perbaikan sudah diminta.</translation>
    </message>
    <message>
        <source>Repair: {0}</source>
        <translation>Perbaikan: {0}</translation>
    </message>
    <message>
        <source>asked {0} by {1}</source>
        <translation>diminta {0} oleh {1}</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{0} oleh {1}</translation>
    </message>
</context>
<context>
    <name>ReplanPanel</name>
    <message>
        <source>Look for the fewest moves</source>
        <translation>Cari perpindahan paling sedikit</translation>
    </message>
    <message>
        <source>Why you sign (at least 10 letters)</source>
        <translation>Alasan memberi izin (paling sedikit 10 huruf)</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Pindahkan</translation>
    </message>
    <message>
        <source>Plan the house anew</source>
        <translation>Atur ulang penempatan</translation>
    </message>
    <message>
        <source>Tick at least one room.</source>
        <translation>Centang paling sedikit satu kamar.</translation>
    </message>
    <message>
        <source>New plan ({0} beds)</source>
        <translation>Susunan baru ({0} ranjang)</translation>
    </message>
    <message>
        <source>Everybody has her new bed ({0}).</source>
        <translation>Semua di tempat tidur barunya ({0}).</translation>
    </message>
    <message>
        <source>Say what the plan is for and look. Nobody moves before you have seen it.</source>
        <translation>Pilih tujuannya, lalu cari. Tidak ada yang pindah sebelum Anda melihatnya.</translation>
    </message>
    <message>
        <source>Plan with a signature</source>
        <translation>Susun dengan izin</translation>
    </message>
    <message>
        <source>Beds or people changed meanwhile; nobody was moved.</source>
        <translation>Tempat tidur atau penghuni sudah berubah; tidak ada yang dipindahkan.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Cari lagi</translation>
    </message>
    <message>
        <source>Nobody was moved. {0}</source>
        <translation>Tidak ada yang dipindahkan. {0}</translation>
    </message>
</context>
<context>
    <name>ReservePanel</name>
    <message>
        <source>Reserve</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Whom it is kept for</source>
        <translation>Disimpan untuk</translation>
    </message>
    <message>
        <source>Such as: 12 from Polres</source>
        <translation>Misalnya: 12 dari Polres</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Disimpan sampai</translation>
    </message>
    <message>
        <source>Such as 23.00 or 25/11 09.00</source>
        <translation>Misalnya 23.00 atau 25/11 09.00</translation>
    </message>
    <message>
        <source>Only for somebody who is here</source>
        <translation>Hanya untuk yang sudah di sini</translation>
    </message>
    <message>
        <source>Reserving {0}</source>
        <translation>Pemesanan {0}</translation>
    </message>
    <message>
        <source>Reserved: {0}.</source>
        <translation>Dipesan: {0}.</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>tidak untuk orang tertentu</translation>
    </message>
</context>
<context>
    <name>ReturnHints</name>
    <message>
        <source>A social worker will check.</source>
        <translation>Peksos akan memeriksa.</translation>
    </message>
    <message>
        <source>Keep away from her tonight: {0}</source>
        <translation>Malam ini jauhkan darinya: {0}</translation>
    </message>
</context>
<context>
    <name>ReturnsPanel</name>
    <message>
        <source>Nobody waits for a check.</source>
        <translation>Tidak ada yang menunggu pemeriksaan.</translation>
    </message>
    <message>
        <source>Who may have been here before</source>
        <translation>Yang mungkin pernah dilayani di sini</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>Orang yang sama</translation>
    </message>
    <message>
        <source>Two different people</source>
        <translation>Dua orang berbeda</translation>
    </message>
    <message>
        <source>Was she here before?</source>
        <translation>Pernah dilayani di sini?</translation>
    </message>
    <message>
        <source>Nothing is merged: both entries stay as they are.</source>
        <translation>Tidak ada yang digabung: kedua catatan tetap seperti adanya.</translation>
    </message>
    <message>
        <source>New: {0}
Earlier: {1}</source>
        <translation>Baru: {0}
Dulu: {1}</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>usia belum diketahui</translation>
    </message>
    <message>
        <source>about {0} years</source>
        <translation>sekitar {0} tahun</translation>
    </message>
    <message>
        <source>Noted. Both entries stay as they are.</source>
        <translation>Tercatat. Kedua catatan tetap seperti adanya.</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>near</source>
        <translation>dekat</translation>
    </message>
    <message>
        <source>Blocked until {0}</source>
        <translation>Ditutup sampai {0}</translation>
    </message>
    <message>
        <source>Her room now</source>
        <translation>Kamarnya sekarang</translation>
    </message>
    <message>
        <source>Room {0}, {1}</source>
        <translation>Kamar {0}, {1}</translation>
    </message>
</context>
<context>
    <name>RoomCarePanel</name>
    <message>
        <source>Rooms and their last walk</source>
        <translation>Kamar dan pemeriksaan terakhir</translation>
    </message>
    <message>
        <source>There is no room yet. Set up rooms under Admin first.</source>
        <translation>Belum ada kamar. Atur kamar di Admin dahulu.</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Kamar dan ruang</translation>
    </message>
    <message>
        <source>not fine: {0}</source>
        <translation>tidak baik: {0}</translation>
    </message>
    <message>
        <source>repairs: {0}</source>
        <translation>perbaikan: {0}</translation>
    </message>
    <message>
        <source>nobody has looked yet</source>
        <translation>belum diperiksa</translation>
    </message>
    <message>
        <source>looked at {0}, {1}</source>
        <translation>diperiksa {0}, {1}</translation>
    </message>
</context>
<context>
    <name>RoomForm</name>
    <message>
        <source>Near the caretaker</source>
        <translation>Dekat pengasuh</translation>
    </message>
    <message>
        <source>A wheelchair reaches it</source>
        <translation>Dapat dicapai kursi roda</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Kamar</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>Nama kamar</translation>
    </message>
    <message>
        <source>Floor space (m²)</source>
        <translation>Luas lantai (m²)</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>Upper bunks</source>
        <translation>Ranjang tingkat atas</translation>
    </message>
    <message>
        <source>Their letters, such as B, D.</source>
        <translation>Hurufnya, misalnya B, D.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Fungsi</translation>
    </message>
    <message>
        <source>Save room</source>
        <translation>Simpan kamar</translation>
    </message>
    <message>
        <source>New room in {0}</source>
        <translation>Kamar baru di {0}</translation>
    </message>
    <message>
        <source>Changing room {0}</source>
        <translation>Mengubah kamar {0}</translation>
    </message>
    <message>
        <source>Adding room {0}</source>
        <translation>Menambah kamar {0}</translation>
    </message>
    <message>
        <source>Room {0} is saved.</source>
        <translation>Kamar {0} tersimpan.</translation>
    </message>
</context>
<context>
    <name>RoomsPanel</name>
    <message>
        <source>No rooms yet. Add the first floor, then rooms and beds.</source>
        <translation>Belum ada kamar. Tambah lantai pertama, lalu kamar dan jumlah ranjang.</translation>
    </message>
    <message>
        <source>New wing</source>
        <translation>Sayap baru</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Kamar baru</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Change the use</source>
        <translation>Ubah fungsi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Rooms and beds</source>
        <translation>Kamar dan ranjang</translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation>Menghapus {0}</translation>
    </message>
    <message>
        <source>The room has a past: it is a spare room now, its beds are out of use.</source>
        <translation>Kamar ini pernah dipakai: kini menjadi ruang cadangan dan ranjangnya tidak dipakai.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Sudah dihapus.</translation>
    </message>
</context>
<context>
    <name>RoomsTree</name>
    <message>
        <source>Wings, rooms and beds</source>
        <translation>Sayap, kamar, dan ranjang</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Fungsi</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>m²</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>floor {0}</source>
        <translation>lantai {0}</translation>
    </message>
    <message>
        <source>near the caretaker</source>
        <translation>dekat pengasuh</translation>
    </message>
    <message>
        <source>wheelchair</source>
        <translation>kursi roda</translation>
    </message>
    <message>
        <source>floor for {0}</source>
        <translation>lantai cukup untuk {0}</translation>
    </message>
    <message>
        <source>mattress</source>
        <translation>kasur</translation>
    </message>
    <message>
        <source>upper bunk</source>
        <translation>tingkat atas</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>rusak</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>{0} (account closed)</source>
        <translation>{0} (akun ditutup)</translation>
    </message>
    <message>
        <source>{0} for {1}</source>
        <translation>{0} menggantikan {1}</translation>
    </message>
</context>
<context>
    <name>RosterGrid</name>
    <message>
        <source>nobody yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>{0} (both)</source>
        <translation>{0} (keduanya)</translation>
    </message>
    <message>
        <source>On call: {0}</source>
        <translation>Siaga: {0}</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>Sedang berjalan</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Copy last week</source>
        <translation>Salin minggu lalu</translation>
    </message>
    <message>
        <source>Roster of the week</source>
        <translation>Jadwal piket minggu ini</translation>
    </message>
    <message>
        <source>No wing has a bedroom yet. Set up rooms under Admin first.</source>
        <translation>Belum ada sayap yang punya kamar tidur. Atur kamar di Admin dahulu.</translation>
    </message>
    <message>
        <source>Enter opens a shift, Del takes off, Page Up and Page Down turn the week.</source>
        <translation>Enter membuka sif, Del menghapus tugas, Page Up dan Page Down berganti minggu.</translation>
    </message>
    <message>
        <source>The coordinator and the head plan who is on duty.</source>
        <translation>Koordinator dan Ketua yang menjadwalkan siapa bertugas.</translation>
    </message>
    <message>
        <source>Duty roster</source>
        <translation>Jadwal piket</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>Now: {0} · at the desk: {1}</source>
        <translation>Sekarang: {0} · di meja jaga: {1}</translation>
    </message>
    <message>
        <source>{0} · on call: {1}</source>
        <translation>{0} · siaga: {1}</translation>
    </message>
    <message>
        <source>On {0} shifts of this week one person has adults and children.</source>
        <translation>Pada {0} sif minggu ini satu orang memegang dewasa dan anak.</translation>
    </message>
    <message>
        <source>Taking off a duty of {0}</source>
        <translation>Menghapus tugas piket {0}</translation>
    </message>
    <message>
        <source>Taken off the roster.</source>
        <translation>Dihapus dari jadwal piket.</translation>
    </message>
    <message>
        <source>Copying the week of {0}</source>
        <translation>Menyalin minggu {0}</translation>
    </message>
    <message>
        <source>{0} duties were copied; nothing was overwritten.</source>
        <translation>{0} tugas piket disalin; yang sudah dijadwalkan tetap.</translation>
    </message>
    <message>
        <source>Nothing to copy: last week is empty, or this week is planned already.</source>
        <translation>Tidak ada yang disalin: minggu sebelumnya kosong, atau minggu ini sudah dijadwalkan.</translation>
    </message>
</context>
<context>
    <name>RoundsCard</name>
    <message>
        <source>Watch rounds</source>
        <translation>Putaran pengawasan</translation>
    </message>
    <message>
        <source>Seen, well</source>
        <translation>Dilihat, baik</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Tulis…</translation>
    </message>
    <message>
        <source>Write what was seen</source>
        <translation>Tulis yang terlihat</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Yang terlihat</translation>
    </message>
    <message>
        <source>In one line; may stay empty</source>
        <translation>Dalam satu baris; boleh kosong</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Look at {0}</source>
        <translation>Lihat {0}</translation>
    </message>
    <message>
        <source>Looked in on {0}.</source>
        <translation>{0} sudah dilihat.</translation>
    </message>
    <message>
        <source>Late {0}</source>
        <translation>Terlambat {0}</translation>
    </message>
    <message>
        <source>Now {0}</source>
        <translation>Sekarang {0}</translation>
    </message>
    <message>
        <source>Out of the house {0}</source>
        <translation>Di luar {0}</translation>
    </message>
    <message>
        <source>About {0}</source>
        <translation>Tentang {0}</translation>
    </message>
    <message>
        <source>Done: {0} ({1})</source>
        <translation>Sudah: {0} ({1})</translation>
    </message>
</context>
<context>
    <name>RoundsList</name>
    <message>
        <source>level {0}</source>
        <translation>tingkat {0}</translation>
    </message>
    <message>
        <source>Nobody has looked in yet.</source>
        <translation>Belum ada yang melihat.</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{0} oleh {1}</translation>
    </message>
    <message>
        <source>NOT FOUND since {0}</source>
        <translation>BELUM DITEMUKAN sejak {0}</translation>
    </message>
    <message>
        <source>OVERDUE by {0}</source>
        <translation>TERLAMBAT {0}</translation>
    </message>
    <message>
        <source>now · {0} left</source>
        <translation>sekarang · sisa {0}</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>{0} lagi</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Legal basis or decision</source>
        <translation>Dasar hukum atau keputusan</translation>
    </message>
    <message>
        <source>Law, standard or minutes; at most 200 letters. May stay empty.</source>
        <translation>Undang-undang, standar, atau notula; paling banyak 200 huruf. Boleh kosong.</translation>
    </message>
    <message>
        <source>Earlier rooming rules</source>
        <translation>Aturan kamar sebelumnya</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>Simpan aturan</translation>
    </message>
    <message>
        <source>Rooming rules (SOP)</source>
        <translation>Aturan kamar (SOP)</translation>
    </message>
    <message>
        <source>Nobody has changed the proposed rules yet.</source>
        <translation>Belum ada yang mengubah aturan usulan.</translation>
    </message>
    <message>
        <source>A child never shares a room with an adult, and two who are kept apart never share one: these are no settings. What no longer fits stands on the nightly list; a changed rule moves nobody.</source>
        <translation>Anak tidak pernah sekamar dengan orang dewasa, dan dua orang yang dijauhkan tidak pernah sekamar: ini bukan setelan. Yang tidak lagi sesuai tercantum di daftar malam; perubahan aturan tidak memindahkan siapa pun.</translation>
    </message>
    <message>
        <source>{0} (years)</source>
        <translation>{0} (tahun)</translation>
    </message>
    <message>
        <source>{0} (m²; 0 counts beds only)</source>
        <translation>{0} (m²; 0 menghitung ranjang saja)</translation>
    </message>
    <message>
        <source>{0} (minutes)</source>
        <translation>{0} (menit)</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>berlaku</translation>
    </message>
    <message>
        <source>Since {0}, {1}</source>
        <translation>Sejak {0}, {1}</translation>
    </message>
    <message>
        <source>Proposed SOP: Sphere asks for 3.5 m², children&apos;s homes (LKSA) for 4.5.</source>
        <translation>Usulan SOP: Sphere meminta 3,5 m², LKSA 4,5.</translation>
    </message>
    <message>
        <source>Proposed SOP; nobody has changed it.</source>
        <translation>Usulan SOP; belum ada yang mengubah.</translation>
    </message>
    <message>
        <source>Saving moves nobody.</source>
        <translation>Menyimpan tidak memindahkan siapa pun.</translation>
    </message>
    <message>
        <source>A second person approves this change before it holds.</source>
        <translation>Perubahan ini baru berlaku setelah disetujui orang kedua.</translation>
    </message>
    <message>
        <source>Rooms that fit again: {0}.</source>
        <translation>Kamar yang sesuai kembali: {0}.</translation>
    </message>
    <message>
        <source>Every room stays as fitting as it is now.</source>
        <translation>Semua kamar tetap sesuai seperti sekarang.</translation>
    </message>
    <message>
        <source>1 room becomes not fitting ({0} people).</source>
        <translation>1 kamar menjadi tidak sesuai ({0} orang).</translation>
    </message>
    <message>
        <source>{0} rooms become not fitting ({1} people).</source>
        <translation>{0} kamar menjadi tidak sesuai ({1} orang).</translation>
    </message>
    <message>
        <source>Rooms: {0}.</source>
        <translation>Kamar: {0}.</translation>
    </message>
    <message>
        <source>Free beds: {0}, until now {1}.</source>
        <translation>Ranjang kosong: {0}, sebelumnya {1}.</translation>
    </message>
    <message>
        <source>Proposed. It holds once a second person has approved it.</source>
        <translation>Diusulkan. Berlaku setelah disetujui orang kedua.</translation>
    </message>
    <message>
        <source>The rules are saved. They hold from now on; nobody was moved.</source>
        <translation>Aturan disimpan. Berlaku mulai sekarang; tidak ada yang dipindahkan.</translation>
    </message>
</context>
<context>
    <name>RulesWaiting</name>
    <message>
        <source>Drop</source>
        <translation>Batalkan usulan</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Setujui</translation>
    </message>
    <message>
        <source>Proposed by {0}</source>
        <translation>Diusulkan oleh {0}</translation>
    </message>
    <message>
        <source>You proposed it: the head or another coordinator approves it.</source>
        <translation>Ini usulan Anda: kepala atau koordinator lain yang menyetujuinya.</translation>
    </message>
    <message>
        <source>RPSW and PSKW do not share rooms</source>
        <translation>RPSW dan PSKW tidak sekamar</translation>
    </message>
    <message>
        <source>Exploited and not exploited do not share rooms</source>
        <translation>Yang tereksploitasi dan yang tidak, tidak sekamar</translation>
    </message>
    <message>
        <source>Boys stay with their mother up to</source>
        <translation>Anak laki-laki bersama ibunya sampai umur</translation>
    </message>
    <message>
        <source>Floor space for each sleeper</source>
        <translation>Luas lantai per orang</translation>
    </message>
    <message>
        <source>Near the caretaker</source>
        <translation>Dekat pengasuh</translation>
    </message>
    <message>
        <source>Never alone in a room</source>
        <translation>Tidak pernah sendirian di kamar</translation>
    </message>
    <message>
        <source>And on the ground floor, if her side has such a bed there</source>
        <translation>Dan di lantai dasar, bila di sana ada kamar dekat pengasuh untuk golongannya</translation>
    </message>
    <message>
        <source>Warn when a wing has no caretaker</source>
        <translation>Ingatkan bila sayap tanpa pengasuh</translation>
    </message>
    <message>
        <source>Never without mother or guardian: under</source>
        <translation>Tidak pernah tanpa ibu atau wali: di bawah</translation>
    </message>
    <message>
        <source>Never alone in a room: under</source>
        <translation>Tidak pernah sendiri di kamar: di bawah</translation>
    </message>
    <message>
        <source>Not alone in a room at night: under</source>
        <translation>Tidak sendiri di kamar pada malam hari: di bawah</translation>
    </message>
    <message>
        <source>Watch level 3: look in again within</source>
        <translation>Pengawasan tingkat 3: dilihat lagi dalam</translation>
    </message>
    <message>
        <source>Watch level 2: look in again within</source>
        <translation>Pengawasan tingkat 2: dilihat lagi dalam</translation>
    </message>
    <message>
        <source>Watch level 1: once a shift, from its beginning within</source>
        <translation>Pengawasan tingkat 1: sekali tiap sif, sejak sif mulai dalam</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0} tahun</translation>
    </message>
    <message>
        <source>{0} m²</source>
        <translation>{0} m²</translation>
    </message>
    <message>
        <source>beds only</source>
        <translation>hanya jumlah ranjang</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} menit</translation>
    </message>
    <message>
        <source>never</source>
        <translation>tidak pernah</translation>
    </message>
    <message>
        <source>from watch level {0}</source>
        <translation>mulai tingkat pengawasan {0}</translation>
    </message>
    <message>
        <source>{0}: {1}, until now {2}</source>
        <translation>{0}: {1}, sebelumnya {2}</translation>
    </message>
    <message>
        <source>Approved. The rules hold from now on; nobody was moved.</source>
        <translation>Disetujui. Aturan berlaku mulai sekarang; tidak ada yang dipindahkan.</translation>
    </message>
    <message>
        <source>The proposal was dropped.</source>
        <translation>Usulan dibatalkan.</translation>
    </message>
</context>
<context>
    <name>SafekeepingTab</name>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>New recovery sheet</source>
        <translation>Lembar pemulihan baru</translation>
    </message>
    <message>
        <source>Backup and recovery</source>
        <translation>Cadangan dan pemulihan</translation>
    </message>
    <message>
        <source>A backup is copied, opened again and counted. Copy the backups folder to a USB stick. A new recovery sheet voids the old one.</source>
        <translation>Cadangan disalin, dibuka lagi, dan dihitung. Salin folder &quot;backups&quot; ke USB. Lembar pemulihan baru membatalkan yang lama.</translation>
    </message>
    <message>
        <source>Backed up and verified.</source>
        <translation>Sudah dicadangkan dan teruji.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Hentikan</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>Waits for a second person</source>
        <translation>Menunggu orang kedua</translation>
    </message>
</context>
<context>
    <name>SendOutPanel</name>
    <message>
        <source>Left without a plan</source>
        <translation>Pergi tanpa rencana</translation>
    </message>
    <message>
        <source>Goes out</source>
        <translation>Keluar sementara</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ke mana</translation>
    </message>
    <message>
        <source>Who goes with her</source>
        <translation>Pendamping</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>Kembali pukul</translation>
    </message>
    <message>
        <source>Such as 16.30 or 25/11 09.00</source>
        <translation>Misalnya 16.30 atau 25/11 09.00</translation>
    </message>
    <message>
        <source>Who looks after her children?</source>
        <translation>Siapa yang menjaga anaknya?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>{0} goes along</source>
        <translation>{0} ikut</translation>
    </message>
    <message>
        <source>The caretaker</source>
        <translation>Pengasuh</translation>
    </message>
    <message>
        <source>{0} goes out</source>
        <translation>{0} keluar sementara</translation>
    </message>
    <message>
        <source>Noted. Her bed is kept.</source>
        <translation>Dicatat. Ranjangnya disimpan.</translation>
    </message>
    <message>
        <source>Her bed is kept until she is back.</source>
        <translation>Ranjangnya disimpan sampai ia kembali.</translation>
    </message>
    <message>
        <source>Her bed is kept for 24 hours. Her case stays open.</source>
        <translation>Ranjangnya disimpan 24 jam. Kasusnya tetap terbuka.</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Word number {0}</source>
        <translation>Kata nomor {0}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Save to a USB stick</source>
        <translation>Simpan ke USB</translation>
    </message>
    <message>
        <source>The sheet is on paper</source>
        <translation>Lembar sudah di kertas</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Lembar pemulihan</translation>
    </message>
    <message>
        <source>Print this sheet now and lock it away. Teduh does not keep it: without it and without any password the data is lost for good.</source>
        <translation>Cetak lembar ini sekarang dan simpan terkunci. Teduh tidak menyimpannya: tanpa lembar ini dan tanpa kata sandi apa pun, data hilang selamanya.</translation>
    </message>
    <message>
        <source>Type two words from the paper:</source>
        <translation>Ketik dua kata dari kertas:</translation>
    </message>
    <message>
        <source>This folder cannot be written.</source>
        <translation>Folder ini tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>Look at word {0} again.</source>
        <translation>Lihat lagi kata nomor {0}.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The screen locks in 20 seconds.</source>
        <translation>Layar terkunci dalam 20 detik.</translation>
    </message>
    <message>
        <source>Wait {0} seconds, then try again.</source>
        <translation>Tunggu {0} detik, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Teduh stopped at something unexpected. What you typed is kept. Go on working, and tell the coordinator.</source>
        <translation>Teduh menemui hal yang tidak terduga. Isian Anda tersimpan. Lanjutkan bekerja, dan beri tahu koordinator.</translation>
    </message>
</context>
<context>
    <name>ShelterCard</name>
    <message>
        <source>The shelter and its letterhead</source>
        <translation>Rumah dan kop suratnya</translation>
    </message>
    <message>
        <source>Every paper begins with these lines. Papers printed before stay as they are. Leave out what should not stand there, such as an address that is kept secret.</source>
        <translation>Setiap surat diawali baris-baris ini. Surat yang sudah dicetak tidak berubah. Kosongkan yang tidak boleh tercantum, misalnya alamat yang dirahasiakan.</translation>
    </message>
    <message>
        <source>Name of the shelter</source>
        <translation>Nama rumah perlindungan</translation>
    </message>
    <message>
        <source>Above the name: ministry, directorate (up to 3 lines)</source>
        <translation>Di atas nama: kementerian, direktorat (paling banyak 3 baris)</translation>
    </message>
    <message>
        <source>Address (up to 2 lines)</source>
        <translation>Alamat (paling banyak 2 baris)</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>City, as it stands above signatures</source>
        <translation>Kota, seperti di atas tanda tangan</translation>
    </message>
    <message>
        <source>Time zone; it never changes</source>
        <translation>Zona waktu; tidak dapat diubah</translation>
    </message>
    <message>
        <source>Logo, PNG or JPEG, at most 1 MB</source>
        <translation>Logo, PNG atau JPEG, paling besar 1 MB</translation>
    </message>
    <message>
        <source>Save the shelter</source>
        <translation>Simpan data rumah</translation>
    </message>
    <message>
        <source>the shelter&apos;s letterhead</source>
        <translation>kop surat rumah</translation>
    </message>
    <message>
        <source>Papers show this letterhead from now on.</source>
        <translation>Kop surat ini dipakai mulai sekarang.</translation>
    </message>
</context>
<context>
    <name>ShiftBar</name>
    <message>
        <source>No shift is running</source>
        <translation>Belum ada sif berjalan</translation>
    </message>
    <message>
        <source>{0} since {1} · {2}</source>
        <translation>{0} sejak {1} · {2}</translation>
    </message>
    <message>
        <source>Residents {0}/{1}</source>
        <translation>Penghuni {0}/{1}</translation>
    </message>
    <message>
        <source>Without a bed {0}</source>
        <translation>Belum ditempatkan {0}</translation>
    </message>
    <message>
        <source>ALARMS {0}</source>
        <translation>ALARM {0}</translation>
    </message>
    <message>
        <source>CHILD ALONE {0}</source>
        <translation>ANAK SENDIRIAN {0}</translation>
    </message>
    <message>
        <source>ROUNDS OVERDUE {0}</source>
        <translation>PUTARAN TERLAMBAT {0}</translation>
    </message>
    <message>
        <source>Not found {0}</source>
        <translation>Belum ditemukan {0}</translation>
    </message>
    <message>
        <source>Not received {0}</source>
        <translation>Belum diterima {0}</translation>
    </message>
    <message>
        <source>Messages to read {0}</source>
        <translation>Pesan belum dibaca {0}</translation>
    </message>
    <message>
        <source>Handover not done yet</source>
        <translation>Serah terima belum</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Nobody selected</source>
        <translation>Belum ada yang dipilih</translation>
    </message>
    <message>
        <source>Choose a person: every room shows at once whether she may sleep there. Then choose a bed, or drag her to it.</source>
        <translation>Pilih seseorang: setiap kamar langsung menunjukkan apakah ia boleh tidur di sana. Lalu pilih ranjang, atau seret ia ke sana.</translation>
    </message>
    <message>
        <source>No bed yet</source>
        <translation>Belum ada ranjang</translation>
    </message>
    <message>
        <source>Age: {0}</source>
        <translation>Usia: {0}</translation>
    </message>
    <message>
        <source>Age is not certain: {0}. {1} is treated as a child.</source>
        <translation>Usia belum pasti: {0}. {1} diperlakukan sebagai anak.</translation>
    </message>
    <message>
        <source>Place in {0}</source>
        <translation>Tempatkan di {0}</translation>
    </message>
    <message>
        <source>Suggestion {0}: place in {1}</source>
        <translation>Saran {0}: tempatkan di {1}</translation>
    </message>
    <message>
        <source>No safe bed for {0} tonight. What is left, in this order:
{1}</source>
        <translation>Tidak ada tempat tidur yang aman untuk {0} malam ini. Pilihan, menurut urutan:
{1}</translation>
    </message>
    <message>
        <source>Your signature ends at 08.00 and stands on the coordinator&apos;s list. Why is it needed? (at least 10 letters)</source>
        <translation>Izin Anda berakhir pukul 08.00 dan masuk daftar Koordinator. Mengapa diperlukan? (paling sedikit 10 huruf)</translation>
    </message>
    <message>
        <source>Why is it needed?</source>
        <translation>Mengapa diperlukan?</translation>
    </message>
    <message>
        <source>Sign and place</source>
        <translation>Tanda tangani dan tempatkan</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tukar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
</context>
<context>
    <name>SmallForm</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Login name, such as ani</source>
        <translation>Nama masuk, contoh ani</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Jabatan</translation>
    </message>
    <message>
        <source>Her first password</source>
        <translation>Kata sandi pertamanya</translation>
    </message>
    <message>
        <source>She changes it herself in Admin.</source>
        <translation>Ia menggantinya sendiri di Admin.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Tambah akun</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>The staff (3 of 3)</source>
        <translation>Petugas (3 dari 3)</translation>
    </message>
    <message>
        <source>Duty officers, caretakers, social workers, psychologist, coordinator, secretariat. Everybody signs in with her own account.</source>
        <translation>Petugas piket, pengasuh, peksos, psikolog, koordinator, sekretariat. Setiap orang masuk dengan akunnya sendiri.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Nothing typed yet</source>
        <translation>Belum ada yang diketik</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Luring</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Tersimpan {0}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Belum ada cadangan</translation>
    </message>
    <message>
        <source>Backup {0}</source>
        <translation>Cadangan {0}</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Urungkan: {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>somebody who left</source>
        <translation>yang sudah pergi</translation>
    </message>
    <message>
        <source>Nobody has to move.</source>
        <translation>Tidak ada yang perlu pindah.</translation>
    </message>
    <message>
        <source>No legal move helps.</source>
        <translation>Tidak ada perpindahan yang diperbolehkan yang menolong.</translation>
    </message>
    <message>
        <source>Changing beds: {0}.</source>
        <translation>Pindah tempat tidur: {0}.</translation>
    </message>
    <message>
        <source>Getting a first bed: {0}.</source>
        <translation>Mendapat tempat tidur pertama: {0}.</translation>
    </message>
    <message>
        <source>Changed by hand and checked as a whole: it is legal.</source>
        <translation>Diubah dengan tangan dan diperiksa seluruhnya: sesuai aturan.</translation>
    </message>
    <message>
        <source>No other plan does better.</source>
        <translation>Terbukti: tidak ada susunan lain yang lebih baik.</translation>
    </message>
    <message>
        <source>No other plan moves fewer people.</source>
        <translation>Terbukti: tidak ada susunan lain yang memindahkan lebih sedikit orang.</translation>
    </message>
    <message>
        <source>No safe bed for {0}.</source>
        <translation>Tidak ada tempat tidur yang aman untuk {0}.</translation>
    </message>
    <message>
        <source>In the way: {0}</source>
        <translation>Penghalang: {0}</translation>
    </message>
    <message>
        <source>The least that would have to be signed: {0}</source>
        <translation>Izin paling ringan yang diperlukan: {0}</translation>
    </message>
    <message>
        <source>No signature helps; call the head or a partner shelter.</source>
        <translation>Tidak ada izin yang menolong; hubungi Kepala atau rumah aman mitra.</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>Against a rule stays: {0}. {1}</source>
        <translation>Tetap melanggar aturan: {0}. {1}</translation>
    </message>
    <message>
        <source>This room is to be empty.</source>
        <translation>Kamar ini akan dikosongkan.</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} dan {1} lagi</translation>
    </message>
    <message>
        <source>All beds that suit are taken.</source>
        <translation>Semua tempat tidur yang cocok sudah terisi.</translation>
    </message>
    <message>
        <source>The coordinator has to sign</source>
        <translation>Koordinator harus memberi izin</translation>
    </message>
    <message>
        <source>Sign and move all {0}</source>
        <translation>Beri izin dan pindahkan {0} orang</translation>
    </message>
    <message>
        <source>Move all {0}</source>
        <translation>Pindahkan {0} orang</translation>
    </message>
    <message>
        <source>Done as far as it goes; {0} still sleep against a rule.</source>
        <translation>Selesai sejauh mungkin; {0} orang masih tidur melanggar aturan.</translation>
    </message>
    <message>
        <source>Done. Change what the empty rooms are for under Caretaking, Rooms and beds.</source>
        <translation>Selesai. Ubah fungsi kamar kosong di Pengasuhan, Kamar dan ranjang.</translation>
    </message>
    <message>
        <source>Done. Put the rooms into their wing under Caretaking, Rooms and beds.</source>
        <translation>Selesai. Pindahkan kamar ke sayapnya di Pengasuhan, Kamar dan ranjang.</translation>
    </message>
    <message>
        <source>Done: everybody has her new bed ({0}).</source>
        <translation>Selesai: semua di tempat tidur barunya ({0}).</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>This does not fit the placing rules.</source>
        <translation>Tidak sesuai aturan penempatan.</translation>
    </message>
    <message>
        <source>Fill in one thing: a name, a description, or an estimated age.</source>
        <translation>Isi satu hal saja: nama, ciri, atau perkiraan usia.</translation>
    </message>
    <message>
        <source>Shorten the name to 120 characters.</source>
        <translation>Singkatkan nama menjadi 120 huruf.</translation>
    </message>
    <message>
        <source>Write the name with letters.</source>
        <translation>Tulis nama dengan huruf.</translation>
    </message>
    <message>
        <source>Write the age as a number, such as 14, or 8b for 8 months.</source>
        <translation>Tulis usia dengan angka, contoh 14 atau 8b untuk 8 bulan.</translation>
    </message>
    <message>
        <source>Write the age without a minus sign, such as 3.</source>
        <translation>Tulis usia tanpa tanda minus, contoh 3.</translation>
    </message>
    <message>
        <source>Write an age up to 120, or a birth date such as 12/3/2012.</source>
        <translation>Tulis usia paling banyak 120, atau tanggal lahir seperti 12/3/2012.</translation>
    </message>
    <message>
        <source>This birth date is in the future. Check day, month and year.</source>
        <translation>Tanggal lahir ini di masa depan. Periksa tanggal, bulan, dan tahun.</translation>
    </message>
    <message>
        <source>This date does not exist. Check day and month, such as 12/3/2012.</source>
        <translation>Tanggal ini tidak ada. Periksa tanggal dan bulan, contoh 12/3/2012.</translation>
    </message>
    <message>
        <source>Write how many as a number from 0 to 30.</source>
        <translation>Tulis jumlahnya dengan angka 0 sampai 30.</translation>
    </message>
    <message>
        <source>Shorten this text.</source>
        <translation>Singkatkan tulisan ini.</translation>
    </message>
    <message>
        <source>Write fewer or shorter lines here, each at most 100 characters.</source>
        <translation>Tulis lebih sedikit atau lebih pendek; tiap baris paling banyak 100 huruf.</translation>
    </message>
    <message>
        <source>Write one e-mail address, such as rumah@contoh.go.id.</source>
        <translation>Tulis satu alamat surel, misalnya rumah@contoh.go.id.</translation>
    </message>
    <message>
        <source>This is no whole PNG or JPEG picture. Choose another file.</source>
        <translation>Berkas ini bukan gambar PNG atau JPEG yang utuh. Pilih berkas lain.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MB. Choose a smaller picture.</source>
        <translation>Berkas ini lebih besar dari 1 MB. Pilih gambar yang lebih kecil.</translation>
    </message>
    <message>
        <source>Choose a picture of 32 to 4000 pixels on each side.</source>
        <translation>Pilih gambar dengan 32 sampai 4000 piksel pada tiap sisinya.</translation>
    </message>
    <message>
        <source>This paper sheet was already entered. Check the number on the sheet.</source>
        <translation>Lembar kertas ini sudah dimasukkan. Periksa nomornya.</translation>
    </message>
    <message>
        <source>This version of Teduh did not exist yet on that day. Check the year.</source>
        <translation>Versi Teduh ini belum ada pada hari itu. Periksa tahunnya.</translation>
    </message>
    <message>
        <source>This is more than two days ago. Check the day, or leave this empty and write the time into the duty log.</source>
        <translation>Ini lebih dari dua hari yang lalu. Periksa tanggalnya, atau kosongkan dan tulis jamnya di buku piket.</translation>
    </message>
    <message>
        <source>Write p for female, l for male, or ? if not known.</source>
        <translation>Tulis p untuk perempuan, l untuk laki-laki, atau ? bila belum diketahui.</translation>
    </message>
    <message>
        <source>Write t for none visible, or letters: l injured, h pregnant, s ill.</source>
        <translation>Tulis t bila tidak terlihat, atau huruf: l luka, h hamil, s sakit.</translation>
    </message>
    <message>
        <source>Write one letter for those who stay together, such as A.</source>
        <translation>Tulis satu huruf untuk yang ingin bersama, misalnya A.</translation>
    </message>
    <message>
        <source>This group already has her. If she is another person, save this row once more.</source>
        <translation>Ia sudah ada dalam rombongan ini. Bila orang lain, simpan baris ini sekali lagi.</translation>
    </message>
    <message>
        <source>This partner is already in the list. Choose it there to correct it.</source>
        <translation>Mitra ini sudah ada di daftar. Pilih di sana untuk memperbaikinya.</translation>
    </message>
    <message>
        <source>A child and an adult cannot share a room.</source>
        <translation>Anak dan dewasa tidak boleh sekamar.</translation>
    </message>
    <message>
        <source>This bed is already taken. Choose another one.</source>
        <translation>Ranjang ini sudah terisi. Pilih yang lain.</translation>
    </message>
    <message>
        <source>This bed is out of use.</source>
        <translation>Ranjang ini tidak dipakai.</translation>
    </message>
    <message>
        <source>This bed no longer exists.</source>
        <translation>Ranjang ini sudah tidak ada.</translation>
    </message>
    <message>
        <source>She already has a bed. Move her instead.</source>
        <translation>Ia sudah punya ranjang. Gunakan pindah.</translation>
    </message>
    <message>
        <source>She is no longer registered here.</source>
        <translation>Ia tidak lagi terdaftar di sini.</translation>
    </message>
    <message>
        <source>This room is not a bedroom.</source>
        <translation>Ruang ini bukan kamar tidur.</translation>
    </message>
    <message>
        <source>These rooms are for adults.</source>
        <translation>Kamar ini untuk dewasa.</translation>
    </message>
    <message>
        <source>These rooms are for children.</source>
        <translation>Kamar ini untuk anak.</translation>
    </message>
    <message>
        <source>Somebody who may be grown up and a child who may be under 13 would share this room.</source>
        <translation>Seseorang yang bisa jadi sudah dewasa akan sekamar dengan anak yang mungkin di bawah 13 tahun.</translation>
    </message>
    <message>
        <source>Somebody who may be grown up and a girl of 13 or 14 would share this room.</source>
        <translation>Seseorang yang bisa jadi sudah dewasa akan sekamar dengan anak 13–14 tahun.</translation>
    </message>
    <message>
        <source>There is no bed here for a man or who may be one. Call the police station, a partner institution or the night phone of the Dinas. If he is a child, write his age.</source>
        <translation>Di sini tidak ada ranjang untuk laki-laki dewasa atau yang mungkin dewasa. Hubungi kantor polisi, lembaga mitra, atau telepon malam Dinas. Jika ia anak, isi usianya.</translation>
    </message>
    <message>
        <source>Whoever&apos;s sex is not written down shares no room. Answer field 2 first, or choose an empty room.</source>
        <translation>Yang jenis kelaminnya belum dicatat tidak sekamar dengan siapa pun. Jawab isian 2 dahulu, atau pilih kamar kosong.</translation>
    </message>
    <message>
        <source>Two mattresses already lie in this room. Choose another room.</source>
        <translation>Sudah ada dua kasur di kamar ini. Pilih kamar lain.</translation>
    </message>
    <message>
        <source>A boy shares a room only with his own family.</source>
        <translation>Anak laki-laki hanya sekamar dengan keluarganya sendiri.</translation>
    </message>
    <message>
        <source>This family may only sleep in a room without others.</source>
        <translation>Keluarga ini hanya boleh tidur di kamar tanpa orang lain.</translation>
    </message>
    <message>
        <source>These two are kept apart. Choose another room.</source>
        <translation>Keduanya dijauhkan. Pilih kamar lain.</translation>
    </message>
    <message>
        <source>One of them needs a room of her own. Choose another room.</source>
        <translation>Salah satunya memerlukan kamar sendiri. Pilih kamar lain.</translation>
    </message>
    <message>
        <source>Exploited and not exploited clients do not share a room.</source>
        <translation>Klien yang tereksploitasi dan yang tidak, tidak sekamar.</translation>
    </message>
    <message>
        <source>She needs a bed near the caretaker, so that somebody sees and hears her.</source>
        <translation>Ia perlu ranjang dekat pengasuh, supaya ada yang melihat dan mendengarnya.</translation>
    </message>
    <message>
        <source>She needs a bed on the ground floor, so that she cannot fall from a height.</source>
        <translation>Ia perlu ranjang di lantai dasar, supaya tidak jatuh dari ketinggian.</translation>
    </message>
    <message>
        <source>She should not sleep alone in a room.</source>
        <translation>Ia sebaiknya tidak tidur sendirian di kamar.</translation>
    </message>
    <message>
        <source>Clients of RPSW and PSKW do not share a room.</source>
        <translation>Klien RPSW dan PSKW tidak sekamar.</translation>
    </message>
    <message>
        <source>This boy is older than the rules allow in women&apos;s rooms. Call a partner shelter.</source>
        <translation>Anak laki-laki ini melewati usia yang diizinkan di kamar perempuan. Hubungi rumah aman mitra.</translation>
    </message>
    <message>
        <source>This room has no floor space for one more.</source>
        <translation>Luas kamar ini tidak cukup untuk satu orang lagi.</translation>
    </message>
    <message>
        <source>A wheelchair cannot reach this room.</source>
        <translation>Kamar ini tidak terjangkau kursi roda.</translation>
    </message>
    <message>
        <source>She needs a lower bunk.</source>
        <translation>Ia memerlukan ranjang bawah.</translation>
    </message>
    <message>
        <source>This bed is reserved for somebody else.</source>
        <translation>Ranjang ini dipesan untuk orang lain.</translation>
    </message>
    <message>
        <source>This bed is blocked. Choose another bed.</source>
        <translation>Ranjang ini ditutup sementara. Pilih ranjang lain.</translation>
    </message>
    <message>
        <source>This room is blocked. Choose another room.</source>
        <translation>Kamar ini ditutup sementara. Pilih kamar lain.</translation>
    </message>
    <message>
        <source>She already has this bed.</source>
        <translation>Ia sudah menempati ranjang ini.</translation>
    </message>
    <message>
        <source>Choose two different people to keep apart.</source>
        <translation>Pilih dua orang berbeda untuk dijauhkan.</translation>
    </message>
    <message>
        <source>These two are already kept apart.</source>
        <translation>Keduanya sudah tercatat dijauhkan.</translation>
    </message>
    <message>
        <source>Write in a few words why, at least 10 letters.</source>
        <translation>Tulis alasannya dengan singkat, paling sedikit 10 huruf.</translation>
    </message>
    <message>
        <source>This needs the signature of the coordinator or the head; at night the duty officer signs.</source>
        <translation>Ini perlu tanda tangan Koordinator atau Ketua; malam hari petugas piket yang menandatangani.</translation>
    </message>
    <message>
        <source>People sleep in this room. Move them first, or plan the change for a day.</source>
        <translation>Kamar ini masih ditempati. Pindahkan penghuninya dahulu, atau rencanakan perubahan pada suatu hari.</translation>
    </message>
    <message>
        <source>Another room or wing already has this name. Choose another name.</source>
        <translation>Kamar atau sayap lain sudah memakai nama ini. Pilih nama lain.</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Tulis nama.</translation>
    </message>
    <message>
        <source>A bedroom needs at least one bed.</source>
        <translation>Kamar tidur memerlukan paling sedikit satu ranjang.</translation>
    </message>
    <message>
        <source>Write the floor space in square metres, from 4 to 200.</source>
        <translation>Tulis luas lantai dalam meter persegi, 4 sampai 200.</translation>
    </message>
    <message>
        <source>This day has passed. Choose today or a later day.</source>
        <translation>Hari ini sudah lewat. Pilih hari ini atau sesudahnya.</translation>
    </message>
    <message>
        <source>Keep a bed for at most 14 days, until a time that is still to come.</source>
        <translation>Pesan ranjang paling lama 14 hari, sampai waktu yang belum lewat.</translation>
    </message>
    <message>
        <source>Write where she goes and who receives her.</source>
        <translation>Tulis ke mana ia pergi dan siapa yang menerimanya.</translation>
    </message>
    <message>
        <source>Choose two people who both have a bed.</source>
        <translation>Pilih dua orang yang sama-sama sudah mendapat ranjang.</translation>
    </message>
    <message>
        <source>Write the letters of beds in this room, such as B, D.</source>
        <translation>Tulis huruf ranjang di kamar ini, misalnya B, D.</translation>
    </message>
    <message>
        <source>A change of use is already planned for this room. Cancel it first.</source>
        <translation>Alih fungsi kamar ini sudah direncanakan. Batalkan dahulu.</translation>
    </message>
    <message>
        <source>A move is already planned for her. Cancel it first.</source>
        <translation>Kepindahannya sudah direncanakan. Batalkan dahulu.</translation>
    </message>
    <message>
        <source>Choose a day within the next year.</source>
        <translation>Pilih hari dalam setahun ke depan.</translation>
    </message>
    <message>
        <source>This wing still has rooms. Remove them first.</source>
        <translation>Sayap ini masih mempunyai kamar. Hapus kamarnya dahulu.</translation>
    </message>
    <message>
        <source>Choose a bed. If none is offered, choose another day.</source>
        <translation>Pilih ranjang. Bila tidak ada yang ditawarkan, pilih hari lain.</translation>
    </message>
    <message>
        <source>This night has not come yet. Choose an earlier day.</source>
        <translation>Malam ini belum tiba. Pilih hari yang lebih awal.</translation>
    </message>
    <message>
        <source>This room has a past. It stays in the plan as a spare room without beds.</source>
        <translation>Kamar ini pernah dipakai. Ia tetap di denah sebagai kamar cadangan tanpa ranjang.</translation>
    </message>
    <message>
        <source>Write an age from 0 to 17.</source>
        <translation>Tulis usia 0 sampai 17.</translation>
    </message>
    <message>
        <source>Write from 2.0 to 12.0 square metres a person, or 0 for beds only.</source>
        <translation>Tulis 2,0 sampai 12,0 meter persegi per orang, atau 0 untuk menghitung ranjang saja.</translation>
    </message>
    <message>
        <source>Choose a level from 1 to 3, or never.</source>
        <translation>Pilih tingkat 1 sampai 3, atau tidak pernah.</translation>
    </message>
    <message>
        <source>Nothing has changed. Change something first.</source>
        <translation>Belum ada yang berubah. Ubah sesuatu dahulu.</translation>
    </message>
    <message>
        <source>Choose the mother: this is a man or a boy.</source>
        <translation>Pilih ibunya: ini laki-laki.</translation>
    </message>
    <message>
        <source>More than 60 days ago: register the child as an arrival of its own.</source>
        <translation>Lebih dari 60 hari lalu: daftarkan anak itu sebagai kedatangan sendiri.</translation>
    </message>
    <message>
        <source>A child of hers is here. Choose who looks after it until she is back.</source>
        <translation>Anaknya ada di sini. Pilih siapa yang menjaganya sampai ia kembali.</translation>
    </message>
    <message>
        <source>Write an age in years, up to 18, and not below the one before it.</source>
        <translation>Tulis usia dalam tahun, paling tinggi 18, dan tidak di bawah yang sebelumnya.</translation>
    </message>
    <message>
        <source>A second person approves this change: the head or another coordinator.</source>
        <translation>Perubahan ini disetujui orang kedua: Ketua atau koordinator lain.</translation>
    </message>
    <message>
        <source>Another change waits for its second person. Approve or drop it first.</source>
        <translation>Perubahan lain masih menunggu orang kedua. Setujui atau batalkan dahulu.</translation>
    </message>
    <message>
        <source>Write how many as a number from 1 to 20.</source>
        <translation>Tulis jumlahnya dengan angka 1 sampai 20.</translation>
    </message>
    <message>
        <source>This time is already given to somebody else. Choose another time.</source>
        <translation>Waktu ini sudah dipakai pihak lain. Pilih waktu lain.</translation>
    </message>
    <message>
        <source>The end has to be later than the beginning, and not after 24.00.</source>
        <translation>Akhirnya harus sesudah awalnya, dan tidak lewat 24.00.</translation>
    </message>
    <message>
        <source>This is no TV room. Choose a TV room.</source>
        <translation>Ini bukan ruang TV. Pilih ruang TV.</translation>
    </message>
    <message>
        <source>Choose adults or children: they never share a time.</source>
        <translation>Pilih dewasa atau anak: keduanya tidak pernah berbagi waktu.</translation>
    </message>
    <message>
        <source>Mark at least one point.</source>
        <translation>Tandai paling sedikit satu butir.</translation>
    </message>
    <message>
        <source>This request is closed. Ask for the repair again.</source>
        <translation>Permintaan ini sudah selesai. Minta perbaikan lagi.</translation>
    </message>
    <message>
        <source>Write how many you counted as a number from 0 to 500.</source>
        <translation>Tulis jumlah yang dihitung dengan angka 0 sampai 500.</translation>
    </message>
    <message>
        <source>This post looks after no wing. Choose a caretaker or a duty officer.</source>
        <translation>Jabatan ini tidak mengasuh sayap. Pilih pengasuh atau petugas piket.</translation>
    </message>
    <message>
        <source>Choose two different people.</source>
        <translation>Pilih dua orang yang berbeda.</translation>
    </message>
    <message>
        <source>These two are already noted as family. Look at the list.</source>
        <translation>Keduanya sudah dicatat sebagai keluarga. Lihat daftarnya.</translation>
    </message>
    <message>
        <source>She cannot be above and below in the same family. Check who is the elder.</source>
        <translation>Ia tidak bisa di atas dan di bawah dalam satu keluarga. Periksa siapa yang lebih tua.</translation>
    </message>
    <message>
        <source>Another mother is already noted for this child. End that first.</source>
        <translation>Ibu lain sudah dicatat untuk anak ini. Akhiri dulu catatan itu.</translation>
    </message>
    <message>
        <source>By their ages she cannot be the mother. Check both ages.</source>
        <translation>Menurut usianya ia tidak mungkin ibunya. Periksa usia keduanya.</translation>
    </message>
    <message>
        <source>The elder is younger than the other one. Swap them or check both ages.</source>
        <translation>Yang disebut lebih tua justru lebih muda. Tukar, atau periksa usia keduanya.</translation>
    </message>
    <message>
        <source>This relation must be verified before they share a room.</source>
        <translation>Hubungan ini harus dipastikan dulu sebelum sekamar.</translation>
    </message>
    <message>
        <source>She is treated as an adult already.</source>
        <translation>Ia sudah diperlakukan sebagai dewasa.</translation>
    </message>
    <message>
        <source>This shows somebody under 18. Write a birth date or an age of 18 or more.</source>
        <translation>Ini menunjukkan usia di bawah 18. Tulis tanggal lahir atau usia 18 ke atas.</translation>
    </message>
    <message>
        <source>A proposal about her age already waits for a second person.</source>
        <translation>Sudah ada usulan tentang usianya yang menunggu orang kedua.</translation>
    </message>
    <message>
        <source>Write the date of the document or the assessment, such as 24/11/2026.</source>
        <translation>Tulis tanggal dokumen atau asesmen, misalnya 24/11/2026.</translation>
    </message>
    <message>
        <source>Write what proves it, such as a birth certificate.</source>
        <translation>Tulis buktinya, misalnya akta kelahiran.</translation>
    </message>
    <message>
        <source>Only the coordinator or the head may do this.</source>
        <translation>Hanya koordinator atau kepala yang boleh melakukan ini.</translation>
    </message>
    <message>
        <source>Only the social worker or the psychologist notes this.</source>
        <translation>Hanya peksos atau psikolog yang mencatat ini.</translation>
    </message>
    <message>
        <source>Write what you saw, at least ten letters.</source>
        <translation>Tulis apa yang Anda lihat, paling sedikit sepuluh huruf.</translation>
    </message>
    <message>
        <source>A shift is still open. Hand it over first (F9).</source>
        <translation>Masih ada sif yang berjalan. Serahkan dahulu (F9).</translation>
    </message>
    <message>
        <source>No shift has been started. Start the shift first.</source>
        <translation>Belum ada sif berjalan. Mulai sif dahulu.</translation>
    </message>
    <message>
        <source>This shift is still running. Let its officer hand it over (F9).</source>
        <translation>Sif ini masih berjalan. Biarkan petugasnya menyerahkan (F9).</translation>
    </message>
    <message>
        <source>The next officer must be another person.</source>
        <translation>Petugas berikut harus orang lain.</translation>
    </message>
    <message>
        <source>This account is closed. Choose a colleague who is here.</source>
        <translation>Akun ini sudah ditutup. Pilih rekan yang masih bertugas.</translation>
    </message>
    <message>
        <source>This post does not run the desk. Plan her on call, or choose somebody else.</source>
        <translation>Jabatan ini tidak memegang meja jaga. Jadwalkan sebagai siaga, atau pilih orang lain.</translation>
    </message>
    <message>
        <source>She is already planned for this shift.</source>
        <translation>Ia sudah dijadwalkan pada sif ini.</translation>
    </message>
    <message>
        <source>This day is more than 31 days ago. Its roster stays as it was.</source>
        <translation>Hari ini sudah lewat lebih dari 31 hari. Jadwalnya tetap seperti adanya.</translation>
    </message>
    <message>
        <source>Write whole years from 17 to 30.</source>
        <translation>Tulis tahun bulat dari 17 sampai 30.</translation>
    </message>
    <message>
        <source>Write whole years, from 0 to 5.</source>
        <translation>Tulis angka bulat, 0 sampai 5 tahun.</translation>
    </message>
    <message>
        <source>Write whole years, from the age above to 40.</source>
        <translation>Tulis tahun bulat, dari usia pertama sampai 40.</translation>
    </message>
    <message>
        <source>Write something here first.</source>
        <translation>Tulis sesuatu di sini dulu.</translation>
    </message>
    <message>
        <source>Write the time as 02.14.</source>
        <translation>Tulis jam seperti 02.14.</translation>
    </message>
    <message>
        <source>This time has not come yet. Check the hour.</source>
        <translation>Waktu ini belum tiba. Periksa jamnya.</translation>
    </message>
    <message>
        <source>This is more than two days ago. Write the date into the text.</source>
        <translation>Ini lebih dari dua hari lalu. Tulis tanggalnya di dalam catatan.</translation>
    </message>
    <message>
        <source>This message waits for the next shift.</source>
        <translation>Pesan ini menunggu sif berikut.</translation>
    </message>
    <message>
        <source>Some beds have no mark yet.</source>
        <translation>Masih ada ranjang yang belum ditandai.</translation>
    </message>
    <message>
        <source>This bed check is already finished. Start a new one.</source>
        <translation>Pemeriksaan ranjang ini sudah selesai. Mulai yang baru.</translation>
    </message>
    <message>
        <source>She is not noted as away.</source>
        <translation>Ia tidak tercatat sedang keluar.</translation>
    </message>
    <message>
        <source>She is noted as away. Note that she is back first.</source>
        <translation>Ia tercatat sedang keluar. Catat dahulu bahwa ia sudah kembali.</translation>
    </message>
    <message>
        <source>She is not watched any more.</source>
        <translation>Ia tidak lagi dalam pengawasan.</translation>
    </message>
    <message>
        <source>Write whole minutes: 5 to 60 for level 3, 15 to 240 for level 2, 30 to 480 for level 1.</source>
        <translation>Tulis menit bulat: 5 sampai 60 untuk tingkat 3, 15 sampai 240 untuk tingkat 2, 30 sampai 480 untuk tingkat 1.</translation>
    </message>
    <message>
        <source>Level 2 is not looked at more often than level 3. Write more minutes.</source>
        <translation>Tingkat 2 tidak dilihat lebih sering daripada tingkat 3. Tulis menit yang lebih banyak.</translation>
    </message>
    <message>
        <source>This time has passed. Write a time that is still to come.</source>
        <translation>Waktu ini sudah lewat. Tulis waktu yang akan datang.</translation>
    </message>
    <message>
        <source>Her bed is kept while she is away, and for 24 hours when she left without a plan.</source>
        <translation>Ranjangnya disimpan selama ia pergi, dan selama 24 jam bila ia pergi tanpa rencana.</translation>
    </message>
    <message>
        <source>This can no longer be undone: something has changed since.</source>
        <translation>Tidak dapat diurungkan lagi: sudah ada yang berubah.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Tidak ada yang perlu diurungkan.</translation>
    </message>
    <message>
        <source>This login name is taken. Choose another one.</source>
        <translation>Nama masuk ini sudah dipakai. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Use 2 to 24 small letters or digits for the login, such as dewi2.</source>
        <translation>Pakai 2 sampai 24 huruf kecil atau angka untuk nama masuk, contoh dewi2.</translation>
    </message>
    <message>
        <source>Use at least 10 characters; a short sentence is easiest to remember.</source>
        <translation>Pakai paling sedikit 10 huruf; kalimat pendek paling mudah diingat.</translation>
    </message>
    <message>
        <source>This password is guessed easily. Choose another one.</source>
        <translation>Kata sandi ini mudah ditebak. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The password must differ from the login name.</source>
        <translation>Kata sandi harus berbeda dari nama masuk.</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the second one again.</source>
        <translation>Kedua kata sandi berbeda. Ketik lagi yang kedua.</translation>
    </message>
    <message>
        <source>A PIN has six digits.</source>
        <translation>PIN terdiri dari enam angka.</translation>
    </message>
    <message>
        <source>This PIN is guessed easily. Choose another one.</source>
        <translation>PIN ini mudah ditebak. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Login and password do not match.</source>
        <translation>Nama masuk dan kata sandi belum cocok.</translation>
    </message>
    <message>
        <source>That PIN does not match.</source>
        <translation>PIN belum cocok.</translation>
    </message>
    <message>
        <source>This word is not on the sheet. Check it letter by letter.</source>
        <translation>Kata ini tidak ada di lembar. Periksa huruf demi huruf.</translation>
    </message>
    <message>
        <source>The last account in charge cannot be closed. Open another one first.</source>
        <translation>Akun penanggung jawab terakhir tidak dapat ditutup. Buka yang lain dahulu.</translation>
    </message>
    <message>
        <source>You cannot close your own account.</source>
        <translation>Anda tidak dapat menutup akun sendiri.</translation>
    </message>
    <message>
        <source>There is no open account in charge with this login.</source>
        <translation>Tidak ada akun penanggung jawab terbuka dengan nama masuk ini.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Look at it again and repeat.</source>
        <translation>Ada yang mengubahnya barusan. Lihat lagi lalu ulangi.</translation>
    </message>
    <message>
        <source>The disk is full. Your entries are still on screen. Free some space, then try again.</source>
        <translation>Disk penuh. Isian masih ada di layar. Kosongkan ruang, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The disk did not answer. Your entries are still on screen. Try again; if it stays so, print them and call the coordinator.</source>
        <translation>Disk tidak menjawab. Isian masih ada di layar. Coba lagi; bila tetap begitu, cetak isian dan hubungi koordinator.</translation>
    </message>
    <message>
        <source>The data is open in another program. Try again in 10 seconds.</source>
        <translation>Data sedang dibuka program lain. Coba lagi dalam 10 detik.</translation>
    </message>
    <message>
        <source>The planner does not run on this PC. Move people one by one on the board; everything else works.</source>
        <translation>Program penyusun tidak berjalan di komputer ini. Pindahkan satu per satu di denah; yang lain tetap berfungsi.</translation>
    </message>
    <message>
        <source>A data file is missing. Nothing was changed. Do not set up anew; call the head and look for the backup.</source>
        <translation>Ada berkas data yang hilang. Tidak ada yang berubah. Jangan menyiapkan ulang; hubungi Ketua dan cari cadangannya.</translation>
    </message>
    <message>
        <source>The data cannot be read. Nothing was changed. Keep the computer on and call the head; the backup is in the backups folder.</source>
        <translation>Data tidak bisa dibaca. Tidak ada yang berubah. Jangan matikan komputer dan hubungi Ketua; cadangan ada di folder &quot;backups&quot;.</translation>
    </message>
    <message>
        <source>This file does not belong to this shelter&apos;s lock. Nothing was changed.</source>
        <translation>Berkas ini bukan milik kunci rumah ini. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>This data was written by a newer Teduh. Install the newer program; nothing was changed.</source>
        <translation>Data ini ditulis Teduh yang lebih baru. Pasang program yang lebih baru; tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>The data folder is on a network. Choose a folder on this computer.</source>
        <translation>Folder data ada di jaringan. Pilih folder di komputer ini.</translation>
    </message>
    <message>
        <source>OneDrive, Dropbox or a program like them copies the data folder, and its copies can lose a night. Choose a folder on this computer that it does not copy.</source>
        <translation>OneDrive, Dropbox, atau program sejenisnya menyalin folder data, dan salinannya dapat menghilangkan catatan satu malam. Pilih folder di komputer ini yang tidak disalinnya.</translation>
    </message>
    <message>
        <source>The data folder cannot be written. Nothing was changed.</source>
        <translation>Folder data tidak dapat ditulis. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Lock and data do not belong together. Nothing was changed.</source>
        <translation>Kunci dan data bukan pasangannya. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>The data could not be upgraded and was put back as it was.</source>
        <translation>Data belum dapat dimutakhirkan dan dikembalikan seperti semula.</translation>
    </message>
    <message>
        <source>A shelter is already kept in this folder. Nothing was changed.</source>
        <translation>Folder ini sudah berisi data rumah perlindungan. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>komputer lain di jaringan</translation>
    </message>
    <message>
        <source>a cloud program</source>
        <translation>program penyimpanan awan</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is behind what was written down last.</source>
        <translation>Jam komputer lebih awal daripada catatan terakhir.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is behind the newest backup.</source>
        <translation>Jam komputer lebih awal daripada cadangan terbaru.</translation>
    </message>
    <message>
        <source>The computer shows a day on which this version of Teduh did not exist yet.</source>
        <translation>Komputer menunjukkan hari ketika versi Teduh ini belum ada.</translation>
    </message>
    <message>
        <source>More than 30 days would have passed since anything was written down.</source>
        <translation>Menurut komputer sudah lebih dari 30 hari tidak ada catatan apa pun.</translation>
    </message>
    <message>
        <source>The computer is set to another time zone than the shelter&apos;s.</source>
        <translation>Zona waktu komputer lain daripada zona rumah perlindungan.</translation>
    </message>
    <message>
        <source>The clock was corrected before; perhaps somebody has set it right since.</source>
        <translation>Jam pernah dikoreksi; mungkin sejak itu sudah dibetulkan.</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Ketua</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Koordinator</translation>
    </message>
    <message>
        <source>Duty officer</source>
        <translation>Petugas piket</translation>
    </message>
    <message>
        <source>Dormitory caretaker</source>
        <translation>Pengasuh asrama</translation>
    </message>
    <message>
        <source>Social worker</source>
        <translation>Pekerja sosial</translation>
    </message>
    <message>
        <source>Psychologist</source>
        <translation>Psikolog</translation>
    </message>
    <message>
        <source>Secretariat</source>
        <translation>Sekretariat</translation>
    </message>
    <message>
        <source>under 15</source>
        <translation>di bawah 15</translation>
    </message>
    <message>
        <source>15 to 17</source>
        <translation>15 sampai 17</translation>
    </message>
    <message>
        <source>18 or older</source>
        <translation>18 atau lebih</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>usia belum diketahui</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>mother</source>
        <translation>ibu</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>wali</translation>
    </message>
    <message>
        <source>older sister</source>
        <translation>kakak</translation>
    </message>
    <message>
        <source>other family</source>
        <translation>keluarga lain</translation>
    </message>
    <message>
        <source>declared, not verified</source>
        <translation>diakui, belum dipastikan</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>dipastikan</translation>
    </message>
    <message>
        <source>Says so herself</source>
        <translation>Sendiri menyatakan</translation>
    </message>
    <message>
        <source>Escort says so</source>
        <translation>Pengantar menyatakan</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Perkiraan</translation>
    </message>
    <message>
        <source>Age assessment</source>
        <translation>Asesmen usia</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Dewasa</translation>
    </message>
    <message>
        <source>the age is not known</source>
        <translation>usia belum diketahui</translation>
    </message>
    <message>
        <source>a document shows it</source>
        <translation>menurut dokumen</translation>
    </message>
    <message>
        <source>states an age under 18</source>
        <translation>menyatakan usia di bawah 18</translation>
    </message>
    <message>
        <source>no document yet, and the age is close to 18</source>
        <translation>belum ada dokumen, usia mendekati 18</translation>
    </message>
    <message>
        <source>there is doubt about the age</source>
        <translation>usia diragukan</translation>
    </message>
    <message>
        <source>the stated age is clearly above 18</source>
        <translation>usia jelas di atas 18</translation>
    </message>
    <message>
        <source>a document says adult, but something else said says child</source>
        <translation>dokumen menyatakan dewasa, tetapi keterangan lain menyatakan anak</translation>
    </message>
    <message>
        <source>she may have been here before, as a child</source>
        <translation>mungkin pernah di sini sebagai anak</translation>
    </message>
    <message>
        <source>Looks over 25? If in doubt, write an estimate instead.</source>
        <translation>Terlihat di atas 25? Bila ragu, tulis perkiraan usianya saja.</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Perempuan</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Laki-laki</translation>
    </message>
    <message>
        <source>On her own</source>
        <translation>Sendiri</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Polisi</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Rujukan</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>Masyarakat</translation>
    </message>
    <message>
        <source>Social affairs office</source>
        <translation>Dinas sosial</translation>
    </message>
    <message>
        <source>Police station</source>
        <translation>Kepolisian</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>LSM atau yayasan</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Rumah sakit</translation>
    </message>
    <message>
        <source>Another shelter</source>
        <translation>Rumah perlindungan lain</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Tamu</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Pemeriksaan</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Obat</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Bangunan</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Hadir</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>In hospital</source>
        <translation>Di rumah sakit</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>Izin keluar</translation>
    </message>
    <message>
        <source>Seen, well</source>
        <translation>Dilihat, baik</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Tidur</translation>
    </message>
    <message>
        <source>Awake</source>
        <translation>Terjaga</translation>
    </message>
    <message>
        <source>A bed made up</source>
        <translation>Ranjang disiapkan</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Pakaian</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Makan dan minum</translation>
    </message>
    <message>
        <source>Injury looked at</source>
        <translation>Luka diperiksa</translation>
    </message>
    <message>
        <source>Pregnancy looked at</source>
        <translation>Kehamilan diperiksa</translation>
    </message>
    <message>
        <source>Infant cared for</source>
        <translation>Bayi diurus</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Diminum</translation>
    </message>
    <message>
        <source>Chose not to take it</source>
        <translation>Memilih tidak minum</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Uang</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Ponsel</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Pocket money</source>
        <translation>Uang saku</translation>
    </message>
    <message>
        <source>Only one or two weeks</source>
        <translation>Hanya satu atau dua minggu</translation>
    </message>
    <message>
        <source>A job</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Visits by her family</source>
        <translation>Kunjungan keluarga</translation>
    </message>
    <message>
        <source>Injured</source>
        <translation>Luka</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>Hamil</translation>
    </message>
    <message>
        <source>Ill</source>
        <translation>Sakit</translation>
    </message>
    <message>
        <source>Morning shift</source>
        <translation>Sif pagi</translation>
    </message>
    <message>
        <source>Afternoon shift</source>
        <translation>Sif sore</translation>
    </message>
    <message>
        <source>Night shift</source>
        <translation>Sif malam</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>Di meja jaga</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Siaga</translation>
    </message>
    <message>
        <source>In a wing</source>
        <translation>Di sayap</translation>
    </message>
    <message>
        <source>Look: injured, pregnant, ill?</source>
        <translation>Lihat: luka, hamil, sakit?</translation>
    </message>
    <message>
        <source>Find a bed</source>
        <translation>Carikan tempat tidur</translation>
    </message>
    <message>
        <source>Ask the escort: is anyone looking for her?</source>
        <translation>Tanyakan kepada pengantar: ada yang mencari?</translation>
    </message>
    <message>
        <source>Complete missing facts</source>
        <translation>Lengkapi yang belum ada</translation>
    </message>
    <message>
        <source>Done for tonight</source>
        <translation>Selesai untuk malam ini</translation>
    </message>
    <message>
        <source>Ask her name</source>
        <translation>Tanyakan nama</translation>
    </message>
    <message>
        <source>Note the sex</source>
        <translation>Catat jenis kelamin</translation>
    </message>
    <message>
        <source>Ask or estimate the age</source>
        <translation>Tanyakan atau perkirakan usia</translation>
    </message>
    <message>
        <source>Verify the age</source>
        <translation>Pastikan usia</translation>
    </message>
    <message>
        <source>Perhaps 18 by now: verify the age</source>
        <translation>Mungkin sudah 18: pastikan usia</translation>
    </message>
    <message>
        <source>Note who brought her</source>
        <translation>Catat siapa yang membawa</translation>
    </message>
    <message>
        <source>Which office or station?</source>
        <translation>Instansi atau polres mana?</translation>
    </message>
    <message>
        <source>Who came with her?</source>
        <translation>Siapa yang menyertai?</translation>
    </message>
    <message>
        <source>Which language?</source>
        <translation>Bahasa apa?</translation>
    </message>
    <message>
        <source>Is anyone looking for her?</source>
        <translation>Ada yang mencari?</translation>
    </message>
    <message>
        <source>Check: was she here before?</source>
        <translation>Periksa: pernah dilayani di sini?</translation>
    </message>
    <message>
        <source>Check her belongings</source>
        <translation>Periksa barang bawaannya</translation>
    </message>
    <message>
        <source>Call the psychologist</source>
        <translation>Hubungi psikolog</translation>
    </message>
    <message>
        <source>may be grown up</source>
        <translation>bisa jadi sudah dewasa</translation>
    </message>
    <message>
        <source>others like her</source>
        <translation>bersama yang seperti dia</translation>
    </message>
    <message>
        <source>with her family</source>
        <translation>bersama keluarganya</translation>
    </message>
    <message>
        <source>room of her own</source>
        <translation>kamar sendiri</translation>
    </message>
    <message>
        <source>close to the caretaker</source>
        <translation>dekat pengasuh</translation>
    </message>
    <message>
        <source>others of her age</source>
        <translation>sebaya</translation>
    </message>
    <message>
        <source>children&apos;s floor</source>
        <translation>lantai anak</translation>
    </message>
    <message>
        <source>adults&apos; floor</source>
        <translation>lantai dewasa</translation>
    </message>
    <message>
        <source>not alone</source>
        <translation>tidak sendirian</translation>
    </message>
    <message>
        <source>A reserved bed that is still empty</source>
        <translation>Ranjang dipesan yang masih kosong</translation>
    </message>
    <message>
        <source>Make a spare room a bedroom again</source>
        <translation>Jadikan kamar cadangan kamar tidur lagi</translation>
    </message>
    <message>
        <source>A mattress in the caretaker&apos;s room</source>
        <translation>Kasur di kamar pengasuh</translation>
    </message>
    <message>
        <source>The sister house (adults only; tell them first)</source>
        <translation>PSKW (dewasa saja; beri tahu dulu)</translation>
    </message>
    <message>
        <source>Call a partner shelter</source>
        <translation>Hubungi rumah perlindungan mitra</translation>
    </message>
    <message>
        <source>Call the police station</source>
        <translation>Hubungi kantor polisi</translation>
    </message>
    <message>
        <source>Call the night phone of the Dinas Sosial</source>
        <translation>Hubungi telepon malam Dinas Sosial</translation>
    </message>
    <message>
        <source>Call the head</source>
        <translation>Hubungi Ketua</translation>
    </message>
    <message>
        <source>With staff</source>
        <translation>Bersama petugas</translation>
    </message>
    <message>
        <source>At the police</source>
        <translation>Di kantor polisi</translation>
    </message>
    <message>
        <source>At court</source>
        <translation>Di pengadilan</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Belum ditemukan</translation>
    </message>
    <message>
        <source>went along</source>
        <translation>ikut pergi</translation>
    </message>
    <message>
        <source>with the caretaker</source>
        <translation>dengan pengasuh</translation>
    </message>
    <message>
        <source>with a relative</source>
        <translation>dengan keluarga</translation>
    </message>
    <message>
        <source>In bed</source>
        <translation>Di ranjang</translation>
    </message>
    <message>
        <source>On a mattress</source>
        <translation>Di kasur</translation>
    </message>
    <message>
        <source>No bed yet</source>
        <translation>Belum ada ranjang</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Dewasa</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Bedroom</source>
        <translation>Kamar tidur</translation>
    </message>
    <message>
        <source>Spare room</source>
        <translation>Kamar cadangan</translation>
    </message>
    <message>
        <source>TV room</source>
        <translation>Ruang TV</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lapangan</translation>
    </message>
    <message>
        <source>Counselling room</source>
        <translation>Ruang konseling</translation>
    </message>
    <message>
        <source>Therapy room</source>
        <translation>Ruang terapi</translation>
    </message>
    <message>
        <source>RPSW</source>
        <translation>RPSW</translation>
    </message>
    <message>
        <source>PSKW</source>
        <translation>PSKW</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Boleh</translation>
    </message>
    <message>
        <source>Needs permission</source>
        <translation>Perlu izin</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Tidak boleh</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Pembersihan</translation>
    </message>
    <message>
        <source>Pests</source>
        <translation>Hama</translation>
    </message>
    <message>
        <source>No bedding</source>
        <translation>Tanpa seprai dan selimut</translation>
    </message>
    <message>
        <source>Kept free</source>
        <translation>Dikosongkan</translation>
    </message>
    <message>
        <source>Change of use</source>
        <translation>Alih fungsi</translation>
    </message>
    <message>
        <source>Home to her family</source>
        <translation>Pulang ke keluarga</translation>
    </message>
    <message>
        <source>Referred to another shelter</source>
        <translation>Dirujuk ke rumah aman lain</translation>
    </message>
    <message>
        <source>To the sister house</source>
        <translation>Ke PSKW</translation>
    </message>
    <message>
        <source>To work</source>
        <translation>Bekerja</translation>
    </message>
    <message>
        <source>Left at her own wish</source>
        <translation>Pergi atas keinginan sendiri</translation>
    </message>
    <message>
        <source>Left without a plan</source>
        <translation>Pergi tanpa rencana</translation>
    </message>
    <message>
        <source>Handed to the police or court</source>
        <translation>Diserahkan kepada polisi atau pengadilan</translation>
    </message>
    <message>
        <source>To a hospital for long</source>
        <translation>Rawat inap lama</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Meninggal</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Seprai</translation>
    </message>
    <message>
        <source>Blanket</source>
        <translation>Selimut</translation>
    </message>
    <message>
        <source>Pillow</source>
        <translation>Bantal</translation>
    </message>
    <message>
        <source>Towel</source>
        <translation>Handuk</translation>
    </message>
    <message>
        <source>Toiletries</source>
        <translation>Perlengkapan mandi</translation>
    </message>
    <message>
        <source>Sanitary pads</source>
        <translation>Pembalut</translation>
    </message>
    <message>
        <source>Prayer set</source>
        <translation>Perlengkapan ibadah</translation>
    </message>
    <message>
        <source>Infant kit</source>
        <translation>Perlengkapan bayi</translation>
    </message>
    <message>
        <source>Clean and dry</source>
        <translation>Bersih dan kering</translation>
    </message>
    <message>
        <source>Beds and mattresses</source>
        <translation>Ranjang dan kasur</translation>
    </message>
    <message>
        <source>Fan</source>
        <translation>Kipas angin</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lampu</translation>
    </message>
    <message>
        <source>Window and lock</source>
        <translation>Jendela dan kunci</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Pintu</translation>
    </message>
    <message>
        <source>Bathroom</source>
        <translation>Kamar mandi</translation>
    </message>
    <message>
        <source>No pests</source>
        <translation>Bebas hama</translation>
    </message>
    <message>
        <source>Nothing dangerous</source>
        <translation>Tidak ada benda berbahaya</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Air</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Jendela</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>Listrik</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Diminta</translation>
    </message>
    <message>
        <source>Being mended</source>
        <translation>Sedang dikerjakan</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <translation>Tidak jadi</translation>
    </message>
    <message>
        <source>Child and adult in one room</source>
        <translation>Anak dan dewasa sekamar</translation>
    </message>
    <message>
        <source>Family that must be alone shares its room</source>
        <translation>Keluarga yang harus sendiri berbagi kamar</translation>
    </message>
    <message>
        <source>May be grown up, with under-13s</source>
        <translation>Bisa jadi sudah dewasa, sekamar dengan anak di bawah 13</translation>
    </message>
    <message>
        <source>A man has a bed</source>
        <translation>Laki-laki dewasa menempati ranjang</translation>
    </message>
    <message>
        <source>Sex not written down, not alone</source>
        <translation>Jenis kelamin belum dicatat, tidak sendiri</translation>
    </message>
    <message>
        <source>Infant without her mother or guardian</source>
        <translation>Bayi tanpa ibu atau wali</translation>
    </message>
    <message>
        <source>Small child alone in a room</source>
        <translation>Anak kecil sendiri di kamar</translation>
    </message>
    <message>
        <source>Child alone in a room at night</source>
        <translation>Anak sendiri di kamar pada malam hari</translation>
    </message>
    <message>
        <source>May be grown up, with a girl of 13 or 14</source>
        <translation>Bisa jadi sudah dewasa, sekamar dengan anak 13–14</translation>
    </message>
    <message>
        <source>Two who are kept apart in one room</source>
        <translation>Dua orang yang dijauhkan sekamar</translation>
    </message>
    <message>
        <source>Needs a room of her own</source>
        <translation>Memerlukan kamar sendiri</translation>
    </message>
    <message>
        <source>Exploited and not exploited in one room</source>
        <translation>Tereksploitasi dan tidak tereksploitasi sekamar</translation>
    </message>
    <message>
        <source>RPSW and PSKW in one room</source>
        <translation>RPSW dan PSKW sekamar</translation>
    </message>
    <message>
        <source>Boy in a room without his family</source>
        <translation>Anak laki-laki sekamar tanpa keluarganya</translation>
    </message>
    <message>
        <source>Boy older than the rules allow</source>
        <translation>Anak laki-laki melewati batas usia</translation>
    </message>
    <message>
        <source>On the wrong floor</source>
        <translation>Di lantai yang salah</translation>
    </message>
    <message>
        <source>Watch is not kept</source>
        <translation>Pengawasan belum terpenuhi</translation>
    </message>
    <message>
        <source>Wheelchair cannot reach the room</source>
        <translation>Kamar tidak terjangkau kursi roda</translation>
    </message>
    <message>
        <source>Needs a lower bunk</source>
        <translation>Memerlukan ranjang bawah</translation>
    </message>
    <message>
        <source>Too many in one room</source>
        <translation>Kamar melebihi kapasitas</translation>
    </message>
    <message>
        <source>Bed or room nobody may sleep in</source>
        <translation>Ranjang atau kamar yang tidak boleh dipakai</translation>
    </message>
    <message>
        <source>Signature has run out</source>
        <translation>Izin sudah berakhir</translation>
    </message>
    <message>
        <source>Has no bed</source>
        <translation>Belum mendapat ranjang</translation>
    </message>
    <message>
        <source>Not received in the wing</source>
        <translation>Belum diterima di sayap</translation>
    </message>
    <message>
        <source>Bed kept longer than 24 hours</source>
        <translation>Ranjang disimpan lebih dari 24 jam</translation>
    </message>
    <message>
        <source>No caretaker on duty</source>
        <translation>Belum ada pengasuh bertugas</translation>
    </message>
    <message>
        <source>One caretaker for adults and children</source>
        <translation>Satu pengasuh untuk dewasa dan anak</translation>
    </message>
    <message>
        <source>Tonight by the rules</source>
        <translation>Malam ini sesuai aturan</translation>
    </message>
    <message>
        <source>Beds for everyone</source>
        <translation>Tempat tidur untuk semua</translation>
    </message>
    <message>
        <source>Empty rooms</source>
        <translation>Kosongkan kamar</translation>
    </message>
    <message>
        <source>Rooms for one age</source>
        <translation>Pisahkan kamar</translation>
    </message>
    <message>
        <source>her first bed here</source>
        <translation>tempat tidur pertamanya</translation>
    </message>
    <message>
        <source>her bed is against a rule</source>
        <translation>tempat tidurnya melanggar aturan</translation>
    </message>
    <message>
        <source>her room is to be empty</source>
        <translation>kamarnya akan dikosongkan</translation>
    </message>
    <message>
        <source>her room will be for others</source>
        <translation>kamarnya akan untuk yang lain</translation>
    </message>
    <message>
        <source>makes room for somebody</source>
        <translation>memberi tempat untuk yang lain</translation>
    </message>
    <message>
        <source>At most {0} more people might sleep by the rules.</source>
        <translation>Mungkin paling banyak {0} orang lagi bisa tidur sesuai aturan.</translation>
    </message>
    <message>
        <source>At most {0} more urgent people might get a bed.</source>
        <translation>Mungkin paling banyak {0} orang mendesak lagi bisa mendapat ranjang.</translation>
    </message>
    <message>
        <source>At most {0} more children might get a bed.</source>
        <translation>Mungkin paling banyak {0} anak lagi bisa mendapat ranjang.</translation>
    </message>
    <message>
        <source>At most {0} more people might get a bed.</source>
        <translation>Mungkin paling banyak {0} orang lagi bisa mendapat ranjang.</translation>
    </message>
    <message>
        <source>At most {0} more pairs of a family might be together.</source>
        <translation>Mungkin paling banyak {0} pasangan keluarga lagi bisa sekamar.</translation>
    </message>
    <message>
        <source>At most {0} fewer moves might be possible.</source>
        <translation>Mungkin bisa paling banyak {0} perpindahan lebih sedikit.</translation>
    </message>
    <message>
        <source>At most {0} more signed beds might be kept.</source>
        <translation>Mungkin paling banyak {0} ranjang berizin lagi bisa tetap.</translation>
    </message>
    <message>
        <source>At most {0} fewer children might have to move.</source>
        <translation>Mungkin paling banyak {0} anak lebih sedikit yang harus pindah.</translation>
    </message>
    <message>
        <source>At most {0} more beds of people who are away might be kept.</source>
        <translation>Mungkin paling banyak {0} ranjang orang yang sedang keluar bisa tetap.</translation>
    </message>
    <message>
        <source>Others might move who came up to {0} nights later.</source>
        <translation>Mungkin orang lain bisa pindah yang datang sampai {0} malam lebih baru.</translation>
    </message>
    <message>
        <source>Who waits longest might come first by up to {0} places.</source>
        <translation>Mungkin yang paling lama menunggu bisa didahulukan sampai {0} tempat.</translation>
    </message>
    <message>
        <source>Looking for the fewest moves</source>
        <translation>Mencari perpindahan paling sedikit</translation>
    </message>
    <message>
        <source>Looking for the least to sign</source>
        <translation>Mencari izin yang paling ringan</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>terisi</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>dalam perjalanan</translation>
    </message>
    <message>
        <source>away</source>
        <translation>di luar</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>dipesan</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>due</source>
        <translation>jalan</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>dipesan</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ditutup</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>RS</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>petugas</translation>
    </message>
    <message>
        <source>police</source>
        <translation>polisi</translation>
    </message>
    <message>
        <source>court</source>
        <translation>sidang</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>izin</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>pergi</translation>
    </message>
    <message>
        <source>Child and adult</source>
        <translation>Anak dan dewasa</translation>
    </message>
    <message>
        <source>May be grown up</source>
        <translation>Mungkin dewasa</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Laki-laki</translation>
    </message>
    <message>
        <source>Sex?</source>
        <translation>L/P?</translation>
    </message>
    <message>
        <source>For adults</source>
        <translation>Untuk dewasa</translation>
    </message>
    <message>
        <source>For children</source>
        <translation>Untuk anak</translation>
    </message>
    <message>
        <source>Boy</source>
        <translation>Anak laki-laki</translation>
    </message>
    <message>
        <source>Family room</source>
        <translation>Kamar keluarga</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Penuh</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Kurang luas</translation>
    </message>
    <message>
        <source>Other house</source>
        <translation>Beda asal</translation>
    </message>
    <message>
        <source>Boy too old</source>
        <translation>Anak laki-laki besar</translation>
    </message>
    <message>
        <source>Stairs</source>
        <translation>Bertangga</translation>
    </message>
    <message>
        <source>Upper bunk</source>
        <translation>Ranjang atas</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Dipesan</translation>
    </message>
    <message>
        <source>Placing rules</source>
        <translation>Aturan penempatan</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>Dijauhkan</translation>
    </message>
    <message>
        <source>Own room</source>
        <translation>Kamar sendiri</translation>
    </message>
    <message>
        <source>Keep separate</source>
        <translation>Dipisahkan</translation>
    </message>
    <message>
        <source>Watch: near</source>
        <translation>Awasi: dekat</translation>
    </message>
    <message>
        <source>Watch: ground floor</source>
        <translation>Awasi: lantai dasar</translation>
    </message>
    <message>
        <source>Watch: company</source>
        <translation>Awasi: ditemani</translation>
    </message>
</context>
<context>
    <name>ThresholdsCard</name>
    <message>
        <source>Presumed to be a child up to (years)</source>
        <translation>Dianggap anak sampai usia (tahun)</translation>
    </message>
    <message>
        <source>Doubt is asked about up to (years)</source>
        <translation>Keraguan ditanyakan sampai usia (tahun)</translation>
    </message>
    <message>
        <source>Earlier settings of the ages</source>
        <translation>Pengaturan usia sebelumnya</translation>
    </message>
    <message>
        <source>An estimate may be wrong by (years)</source>
        <translation>Perkiraan bisa meleset (tahun)</translation>
    </message>
    <message>
        <source>Save ages</source>
        <translation>Simpan usia</translation>
    </message>
    <message>
        <source>Age without a document</source>
        <translation>Usia tanpa dokumen</translation>
    </message>
    <message>
        <source>Nobody has changed the proposed ages yet.</source>
        <translation>Usia yang diusulkan belum pernah diubah.</translation>
    </message>
    <message>
        <source>Child up to {0}, doubt up to {1}, estimates ± {2} · {3} · {4}</source>
        <translation>Anak sampai {0}, ragu sampai {1}, perkiraan ± {2} · {3} · {4}</translation>
    </message>
    <message>
        <source>Stated or estimated up to {0}: treated as a child. Up to {1}: the officer is asked about doubt, and with doubt she is treated as a child. A document always decides. Estimated {2} or more: she may be grown up, and no small child sleeps beside her.</source>
        <translation>Dinyatakan atau diperkirakan sampai {0}: diperlakukan sebagai anak. Sampai {1}: petugas ditanya apakah ragu; jika ragu, diperlakukan sebagai anak. Dokumen selalu menentukan. Diperkirakan {2} atau lebih: bisa jadi sudah dewasa, dan anak kecil tidak tidur di dekatnya.</translation>
    </message>
    <message>
        <source>Every registered client would be treated as she is now.</source>
        <translation>Semua klien yang terdaftar akan diperlakukan sama seperti sekarang.</translation>
    </message>
    <message>
        <source>1 registered client would be treated differently if she came today.</source>
        <translation>1 klien yang terdaftar akan diperlakukan lain bila datang hari ini.</translation>
    </message>
    <message>
        <source>{0} registered clients would be treated differently if they came today.</source>
        <translation>{0} klien yang terdaftar akan diperlakukan lain bila datang hari ini.</translation>
    </message>
    <message>
        <source>Saving judges nobody anew; it holds for the next age written.</source>
        <translation>Menyimpan tidak menilai ulang siapa pun; berlaku untuk usia yang dicatat berikutnya.</translation>
    </message>
    <message>
        <source>The ages are saved. They hold from now on.</source>
        <translation>Usia tersimpan dan berlaku mulai sekarang.</translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>Together? – Teduh</source>
        <translation>Bersama? – Teduh</translation>
    </message>
    <message>
        <source>Choose another bed</source>
        <translation>Pilih tempat tidur lain</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>There is no bed for her in that room. She stays behind alone.</source>
        <translation>Tidak ada tempat tidur untuknya di kamar itu. Ia akan tertinggal sendiri.</translation>
    </message>
    <message>
        <source>{0}. Together?</source>
        <translation>{0}. Bersama?</translation>
    </message>
    <message>
        <source>no bed yet</source>
        <translation>belum ada tempat tidur</translation>
    </message>
    <message>
        <source>no bed for her there</source>
        <translation>tidak ada tempat tidur di sana</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} ke {1}</translation>
    </message>
</context>
<context>
    <name>ToldCard</name>
    <message>
        <source>She was told</source>
        <translation>Dijanjikan kepadanya</translation>
    </message>
    <message>
        <source>Something else she was told</source>
        <translation>Janji lain kepadanya</translation>
    </message>
    <message>
        <source>Told: {0}</source>
        <translation>Dijanjikan: {0}</translation>
    </message>
</context>
<context>
    <name>Tonight</name>
    <message>
        <source>Start the shift</source>
        <translation>Mulai sif</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>Lembar serah terima</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>Tugas terbuka</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Tandai selesai</translation>
    </message>
    <message>
        <source>No open tasks.</source>
        <translation>Tidak ada tugas terbuka.</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Malam ini</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tugas</translation>
    </message>
    <message>
        <source>No shift is running.</source>
        <translation>Belum ada sif berjalan.</translation>
    </message>
    <message>
        <source>{0} since {1}
{2}</source>
        <translation>{0} sejak {1}
{2}</translation>
    </message>
    <message>
        <source>{0} – {1}
{2} · by {3}</source>
        <translation>{0} – {1}
{2} · sampai {3}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Find a client, a room or a command…   Ctrl+K</source>
        <translation>Cari klien, kamar, atau perintah…   Ctrl+K</translation>
    </message>
    <message>
        <source>Find…   Ctrl+K</source>
        <translation>Cari…   Ctrl+K</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>Ganti bahasa</translation>
    </message>
    <message>
        <source>Light, dark, high contrast</source>
        <translation>Terang, gelap, kontras tinggi</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Bantuan</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>The computer says {0}.</source>
        <translation>Jam komputer: {0}.</translation>
    </message>
    <message>
        <source>{0} (corrected)</source>
        <translation>{0} (dikoreksi)</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Tampilkan nama</translation>
    </message>
    <message>
        <source>Mask names</source>
        <translation>Samarkan</translation>
    </message>
</context>
<context>
    <name>TrainingStripe</name>
    <message>
        <source>TRAINING – NOT REAL DATA</source>
        <translation>LATIHAN – BUKAN DATA NYATA</translation>
    </message>
</context>
<context>
    <name>TvPanel</name>
    <message>
        <source>TV room</source>
        <translation>Ruang TV</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>From, such as 16.00</source>
        <translation>Dari, misalnya 16.00</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Sampai</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Untuk siapa</translation>
    </message>
    <message>
        <source>Add this time</source>
        <translation>Tambah waktu ini</translation>
    </message>
    <message>
        <source>Take this time off</source>
        <translation>Hapus waktu ini</translation>
    </message>
    <message>
        <source>Times of the week</source>
        <translation>Waktu dalam seminggu</translation>
    </message>
    <message>
        <source>Timetable of the TV rooms</source>
        <translation>Jadwal ruang TV</translation>
    </message>
    <message>
        <source>TV room on {0}</source>
        <translation>Ruang TV hari {0}</translation>
    </message>
    <message>
        <source>{0} is added.</source>
        <translation>{0} ditambahkan.</translation>
    </message>
    <message>
        <source>Taken off the timetable.</source>
        <translation>Dihapus dari jadwal TV.</translation>
    </message>
    <message>
        <source>No room is a TV room. Change the use of a room under Admin first.</source>
        <translation>Belum ada ruang TV. Ubah kegunaan ruang di Admin dahulu.</translation>
    </message>
    <message>
        <source>This room has no times yet. Give children and adults their own hours.</source>
        <translation>Ruang ini belum punya jadwal. Beri anak dan dewasa jamnya sendiri.</translation>
    </message>
</context>
<context>
    <name>VacatePanel</name>
    <message>
        <source>Leaves for good</source>
        <translation>Keluar dari rumah</translation>
    </message>
    <message>
        <source>How she leaves</source>
        <translation>Cara keluar</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Who receives her</source>
        <translation>Penerima</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>She leaves</source>
        <translation>Ia keluar</translation>
    </message>
    <message>
        <source>Still out: {0}.</source>
        <translation>Masih dipegangnya: {0}.</translation>
    </message>
    <message>
        <source>{0} leaves for good</source>
        <translation>{0} keluar dari rumah</translation>
    </message>
    <message>
        <source>She has left, and {0} of her children with her.</source>
        <translation>Ia sudah keluar, bersama {0} anaknya.</translation>
    </message>
    <message>
        <source>She has left. Children of hers who are still here: {0}.</source>
        <translation>Ia sudah keluar. Anaknya yang masih di sini: {0}.</translation>
    </message>
    <message>
        <source>She has left. Her bed is free.</source>
        <translation>Ia sudah keluar. Ranjangnya kosong.</translation>
    </message>
    <message>
        <source>She has left.</source>
        <translation>Ia sudah keluar.</translation>
    </message>
    <message>
        <source>Only if it is known</source>
        <translation>Hanya bila diketahui</translation>
    </message>
    <message>
        <source>A child leaves: write why, at least 10 letters</source>
        <translation>Anak keluar: tulis alasannya, paling sedikit 10 huruf</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Find a name, number or room</source>
        <translation>Cari nama, nomor, kamar</translation>
    </message>
    <message>
        <source>Which beds</source>
        <translation>Ranjang mana</translation>
    </message>
    <message>
        <source>All beds</source>
        <translation>Semua ranjang</translation>
    </message>
    <message>
        <source>Free beds</source>
        <translation>Ranjang kosong</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Dewasa</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Dalam perjalanan</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Di luar</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Reserved or blocked</source>
        <translation>Dipesan atau ditutup</translation>
    </message>
    <message>
        <source>Dashed: free · amber: on the way or reserved · dotted: away, bed kept · grey: blocked or out of use</source>
        <translation>Putus-putus: kosong · kuning: di jalan atau dipesan · titik-titik: di luar, ranjang disimpan · abu-abu: ditutup atau rusak</translation>
    </message>
    <message>
        <source>No bed yet: {0}</source>
        <translation>Belum ditempatkan: {0}</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>Everyone has a bed.</source>
        <translation>Semua penghuni sudah mendapat tempat tidur.</translation>
    </message>
    <message>
        <source>waiting {0}</source>
        <translation>menunggu {0}</translation>
    </message>
</context>
<context>
    <name>WatchEditor</name>
    <message>
        <source>Planned for this shift</source>
        <translation>Dijadwalkan pada sif ini</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Rekan</translation>
    </message>
    <message>
        <source>Caretaker, or whoever stands in</source>
        <translation>Pengasuh, atau penggantinya</translation>
    </message>
    <message>
        <source>Kind of duty</source>
        <translation>Jenis tugas</translation>
    </message>
    <message>
        <source>Put on duty</source>
        <translation>Jadwalkan</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tukar</translation>
    </message>
    <message>
        <source>Take off duty</source>
        <translation>Hapus tugas</translation>
    </message>
    <message>
        <source>Back to the week</source>
        <translation>Kembali ke minggu</translation>
    </message>
    <message>
        <source>Planning a duty of {0}</source>
        <translation>Menjadwalkan piket {0}</translation>
    </message>
    <message>
        <source>Swapping a duty of {0}</source>
        <translation>Menukar piket {0}</translation>
    </message>
    <message>
        <source>Taking off a duty of {0}</source>
        <translation>Menghapus tugas piket {0}</translation>
    </message>
    <message>
        <source>She now has adults and children on this shift. It is recorded. If you can, plan somebody else for one of the two.</source>
        <translation>Ia kini memegang dewasa dan anak pada sif ini. Ini tercatat. Bila bisa, jadwalkan orang lain untuk salah satunya.</translation>
    </message>
    <message>
        <source>Taken off the roster.</source>
        <translation>Dihapus dari jadwal piket.</translation>
    </message>
    <message>
        <source>adults and children on this shift</source>
        <translation>dewasa dan anak pada sif ini</translation>
    </message>
</context>
<context>
    <name>WeekBar</name>
    <message>
        <source>Previous week</source>
        <translation>Minggu lalu</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Minggu ini</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Minggu depan</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} sampai {1}</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>{0}
today</source>
        <translation>{0}
hari ini</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Set up this shelter</source>
        <translation>Siapkan rumah perlindungan</translation>
    </message>
    <message>
        <source>Try it first: training mode</source>
        <translation>Coba dahulu: mode latihan</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>Ganti bahasa</translation>
    </message>
    <message>
        <source>Everything stays on this computer, encrypted.</source>
        <translation>Semua tetap di komputer ini, terenkripsi.</translation>
    </message>
    <message>
        <source>Set-up takes about five minutes: the shelter, your account, the recovery sheet, the staff. Have a printer ready.</source>
        <translation>Penyiapan sekitar lima menit: rumah perlindungan, akun Anda, lembar pemulihan, petugas. Siapkan printer.</translation>
    </message>
</context>
<context>
    <name>WingForm</name>
    <message>
        <source>both houses</source>
        <translation>kedua rumah</translation>
    </message>
    <message>
        <source>Wing</source>
        <translation>Sayap</translation>
    </message>
    <message>
        <source>Name of the wing</source>
        <translation>Nama sayap</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Lantai</translation>
    </message>
    <message>
        <source>1 is the ground floor.</source>
        <translation>1 adalah lantai dasar.</translation>
    </message>
    <message>
        <source>Who sleeps here</source>
        <translation>Siapa yang tidur di sini</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Asal</translation>
    </message>
    <message>
        <source>Save wing</source>
        <translation>Simpan sayap</translation>
    </message>
    <message>
        <source>New wing</source>
        <translation>Sayap baru</translation>
    </message>
    <message>
        <source>Adding wing {0}</source>
        <translation>Menambah sayap {0}</translation>
    </message>
    <message>
        <source>Changing wing {0}</source>
        <translation>Mengubah sayap {0}</translation>
    </message>
    <message>
        <source>The wing was added. Add its rooms now.</source>
        <translation>Sayap sudah ditambah. Sekarang tambahkan kamarnya.</translation>
    </message>
    <message>
        <source>The wing is saved. People whose bed now needs permission: {0}.</source>
        <translation>Sayap tersimpan. Orang yang ranjangnya kini perlu izin: {0}.</translation>
    </message>
    <message>
        <source>The wing is saved.</source>
        <translation>Sayap tersimpan.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Name of the shelter</source>
        <translation>Nama rumah perlindungan</translation>
    </message>
    <message>
        <source>City, as it stands above signatures</source>
        <translation>Kota, seperti di atas tanda tangan</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>Bedrooms on each floor</source>
        <translation>Kamar tidur per lantai</translation>
    </message>
    <message>
        <source>Beds in each bedroom</source>
        <translation>Ranjang per kamar</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Login name, such as ani</source>
        <translation>Nama masuk, contoh ani</translation>
    </message>
    <message>
        <source>Your post</source>
        <translation>Jabatan Anda</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>At least 10 characters; a sentence.</source>
        <translation>Paling sedikit 10 huruf; boleh kalimat.</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Kata sandi sekali lagi</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>Ganti bahasa</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>The first account (2 of 3)</source>
        <translation>Akun pertama (2 dari 3)</translation>
    </message>
    <message>
        <source>Head or coordinator; the recovery sheet and the staff follow.</source>
        <translation>Ketua atau koordinator; lembar pemulihan dan petugas menyusul.</translation>
    </message>
    <message>
        <source>Everything stays on this computer, encrypted.</source>
        <translation>Semua tetap di komputer ini, terenkripsi.</translation>
    </message>
    <message>
        <source>Ministry and directorate above the name on papers, up to three lines</source>
        <translation>Kementerian dan direktorat di atas nama pada surat, paling banyak tiga baris</translation>
    </message>
    <message>
        <source>Address on papers</source>
        <translation>Alamat pada surat</translation>
    </message>
    <message>
        <source>Telephone, e-mail and logo may be added later in Admin.</source>
        <translation>Telepon, surel, dan logo dapat ditambahkan nanti di Admin.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Set up Teduh (1 of 3)</source>
        <translation>Siapkan Teduh (1 dari 3)</translation>
    </message>
    <message>
        <source>Rooms: adults on floor 1, children on floor 2, three spare rooms, secretariat, two TV rooms, the field.</source>
        <translation>Ruang: dewasa di lantai 1, anak di lantai 2, tiga kamar cadangan, sekretariat, dua ruang TV, lapangan.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Siapkan</translation>
    </message>
    <message>
        <source>Write the name of the shelter.</source>
        <translation>Tulis nama rumah perlindungan.</translation>
    </message>
</context>
<context>
    <name>_Beds</name>
    <message>
        <source>Wing</source>
        <translation>Sayap</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Ranjang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Usia</translation>
    </message>
</context>
</TS>
