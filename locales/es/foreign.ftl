# A greeting and "we will look for somebody who speaks your language", by language (ISO 639-1, else 639-3), then Spanish and English.
# Stands once, below es. Only languages where the words are certain; the others get the plain greeting `foreign` in Spanish and English.
# Left out until a speaker writes them: quc, kek, mam, cab, nah and other indigenous languages.

## Chinese
foreign-zh =
    你好。我们会找一位会说你的语言的人。
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Russian
foreign-ru =
    Здравствуйте. Мы поищем человека, который говорит на вашем языке.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Ukrainian
foreign-uk =
    Вітаємо. Ми пошукаємо людину, яка розмовляє вашою мовою.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Persian
foreign-fa =
    سلام. ما دنبال کسی می‌گردیم که به زبان شما صحبت کند.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Dari
foreign-prs =
    سلام. ما به دنبال کسی می‌گردیم که به زبان شما صحبت کند.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Pashto
foreign-ps =
    سلام. موږ به داسې څوک ولټوو چې ستاسو په ژبه خبرې کوي.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Urdu
foreign-ur =
    السلام علیکم۔ ہم کسی ایسے شخص کو تلاش کریں گے جو آپ کی زبان بولتا ہو۔
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Kurdish (Kurmanji)
foreign-ku =
    Silav. Em ê li kesekî bigerin ku bi zimanê te diaxive.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Somali
foreign-so =
    Salaan. Waxaan raadin doonnaa qof ku hadla luqaddaada.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Amharic
foreign-am =
    ሰላም። ቋንቋዎን የሚናገር ሰው እንፈልጋለን።
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Tigrinya
foreign-ti =
    ሰላም። ቋንቋኹም ዝዛረብ ሰብ ክንደሊ ኢና።
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Swahili
foreign-sw =
    Habari. Tutatafuta mtu anayezungumza lugha yako.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Lingala
foreign-ln =
    Mbote. Tokoluka moto oyo alobaka lokota na yo.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Wolof
foreign-wo =
    Salaamaalekum. Dinanu wut nit ku dégg sa làkk.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Hausa
foreign-ha =
    Sannu. Za mu nemi wanda ke jin harshenka ko harshenki.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Igbo
foreign-ig =
    Ndewo. Anyị ga-achọ onye na-asụ asụsụ gị.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Bengali
foreign-bn =
    হ্যালো। আমরা এমন কাউকে খুঁজব যিনি আপনার ভাষায় কথা বলেন।
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Nepali
foreign-ne =
    नमस्ते। हामी तपाईंको भाषा बोल्ने कसैलाई खोज्नेछौं।
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Hindi
foreign-hi =
    नमस्ते। हम किसी ऐसे व्यक्ति को खोजेंगे जो आपकी भाषा बोलता हो।
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Punjabi
foreign-pa =
    ਸਤ ਸ੍ਰੀ ਅਕਾਲ। ਅਸੀਂ ਕਿਸੇ ਅਜਿਹੇ ਵਿਅਕਤੀ ਨੂੰ ਲੱਭਾਂਗੇ ਜੋ ਤੁਹਾਡੀ ਭਾਸ਼ਾ ਬੋਲਦਾ ਹੋਵੇ।
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Gujarati
foreign-gu =
    નમસ્તે. અમે તમારી ભાષા બોલતી કોઈ વ્યક્તિને શોધીશું.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Tamil
foreign-ta =
    வணக்கம். உங்கள் மொழி பேசும் ஒருவரைத் தேடுவோம்.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Turkish
foreign-tr =
    Merhaba. Dilinizi konuşan birini arayacağız.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Vietnamese
foreign-vi =
    Xin chào. Chúng tôi sẽ tìm một người nói ngôn ngữ của bạn.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Uzbek
foreign-uz =
    Assalomu alaykum. Sizning tilingizda gapiradigan odamni qidiramiz.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Kyrgyz
foreign-ky =
    Салам. Биз сиздин тилиңизде сүйлөгөн адамды издейбиз.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Kazakh
foreign-kk =
    Сәлеметсіз бе. Біз сіздің тіліңізде сөйлейтін адамды іздейміз.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Tajik
foreign-tg =
    Салом. Мо касеро меҷӯем, ки бо забони шумо гап мезанад.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Armenian
foreign-hy =
    Բարև Ձեզ։ Մենք կփնտրենք մեկին, ով խոսում է ձեր լեզվով։
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Georgian
foreign-ka =
    გამარჯობა. ჩვენ მოვძებნით ადამიანს, რომელიც თქვენს ენაზე საუბრობს.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.

## Korean
foreign-ko =
    안녕하세요. 당신의 언어를 하는 사람을 찾아보겠습니다.
    Hola. Vamos a buscar a alguien que hable tu idioma.
    Hello. We will look for somebody who speaks your language.
