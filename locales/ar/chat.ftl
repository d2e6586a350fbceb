# What a migrant reads in the chat. Short sentences, clear simple Arabic. What to do stands in the plural or as a noun, which
# speaks to girls and boys alike. A command that ends a sentence stands last in it, so that the slash stays on its side.

language-name = العربية

## The six choices
menu-rights = حقوقي
menu-shelter = مكان آمن
menu-danger = أنا في خطر
menu-family = البحث عن أهلي
menu-person = أريد التحدث مع شخص
menu-language = اللغة

## Start and help
start-what = مرحبًا. أنا فارو. أعطي معلومات للشباب والعائلات المسافرين أو البعيدين عن بلدهم.
start-people = أنا آلة. وورائي أشخاص من { $operator } يقرؤون ويجيبون.
start-nobody = أنا آلة. الآن لا يقرأ هنا أي شخص. عند الخطر، اتصلوا برقم الطوارئ.
start-kept =
    لا أسأل عن اسمك. أحفظ القليل، مشفّرًا، ثم يُمحى. للمحو متى شئت:
    /forget
start-ask = يمكنك كتابة السؤال كما يأتي، أو الاختيار من الأسفل.
help =
    يمكنك كتابة السؤال بكلماتك، أو الاختيار من الأسفل.
    لتنظيف هذه المحادثة:
    /clear
    لمحو ما أحفظه:
    /forget

## Language and place
ask-language = بأي لغة نكمل؟
language-set = حسنًا، نكمل بالعربية.
ask-country = في أي بلد أنتم؟ هكذا أقول ما ينطبق هناك. يمكن الاختيار، أو كتابة المدينة، أو عدم الإجابة.
ask-place = أين أنتم الآن؟ يمكن اختيار البلد، أو كتابة المدينة، أو إرسال الموقع.
ask-where = في أي بلد أنتم الآن؟ هكذا أعطيكم الرقم الذي يجيب هناك.
place-set = فهمت: { $place }.
country-other-asked = لا بأس. يمكنك كتابة اسم البلد أو المدينة. سأقول ما ينطبق في كل مكان.
location-outside = شكرًا. لا أعرف الخدمات هناك. يمكنني قول ما ينطبق في كل مكان، أو يمكنك التحدث مع شخص.
no-number-here = لا أعرف أي رقم في ذلك البلد. اطلبوا المساعدة من خدمة الطوارئ هناك، أو من شخص قريب: مستشفى أو مكان عبادة أو عائلة معها أطفال.
button-location = إرسال موقعي
country-other = بلد آخر
country-MX = المكسيك
country-GT = غواتيمالا
country-HN = هندوراس
country-SV = السلفادور
country-NI = نيكاراغوا
country-CR = كوستاريكا
country-PA = بنما
country-BZ = بليز
country-DO = جمهورية الدومينيكان
country-US = الولايات المتحدة
country-CA = كندا
country-XX = دولي

## Below an answer
button-source = من أين هذا؟
button-wrong = ليس هذا سؤالي
button-person = التحدث مع شخص
button-menu = القائمة
button-forget = محو ما تحفظونه
button-not-about-me = الأمر ليس عني
button-cannot-talk = لا أستطيع الكلام الآن
button-clear = مسح هذه المحادثة
button-hidden-word = الاتفاق على كلمة
answer-being-checked = نراجع هذه المعلومة الآن. حتى ذلك الحين يمكنك التحدث مع شخص.
country-note-unknown = { $country }: لم نتأكد مما ينطبق هناك غير ذلك. يمكن لشخص أن يبحث معكم.
country-note-being-checked = { $country }: نراجع الآن ما ينطبق هناك. يمكن لشخص أن يبحث معكم.
source-head = المصدر (رُوجع في { $date }):
source-none = هذا الجواب ليس من قانون. كتبه فريقنا.
contact-line = { $name } ({ $country }): { $number } · { $free }
contact-line-no-number = { $name } ({ $country }): لا رقم مؤكدًا · { $url }
contact-or = { " أو " }
contact-free = مجاني
contact-paid = المكالمة بمقابل
contact-free-unknown = لا نعرف هل هو مجاني
contact-last-checked = · آخر مراجعة في { $month }
contact-word = { $number } (كتابة { $word })
contact-key = { $number } (ثم الضغط على { $key })
contact-hours = · الساعات: { $hours }
contact-days = { $from } إلى { $to }
weekday-0 = الاثنين
weekday-1 = الثلاثاء
weekday-2 = الأربعاء
weekday-3 = الخميس
weekday-4 = الجمعة
weekday-5 = السبت
weekday-6 = الأحد
wrong-others = عذرًا. هل هو أحد هذه؟
wrong-none = عذرًا. يمكنك قولها بكلمات أخرى، أو التحدث مع شخص.
choose = أيها أقرب إلى سؤالك؟
ask-more = ما الذي يهمّك أيضًا؟
asked-after = لا نقول لأحد أين يوجد طفل أو أي شخص آخر، ولا إن كان في مكان ما. أيًّا كان السائل.
asked-after-ways = للبحث عن العائلة: يمكن أن يبحث الصليب الأحمر أو مكتب حماية الطفل. ويُسأل الشخص أولًا.
unknown = لا أعرف جواب هذا، ولا أريد أن أخترع. يمكنك قوله بكلمات أخرى، أو رؤية القائمة، أو التحدث مع شخص.
foreign = مرحبًا. لا أتكلم لغتك. سنبحث عن شخص يتكلمها.

## Small talk
ack-neutral = أنا هنا. في أي وقت.
courtesy-hello = مرحبًا. أنا هنا. كيف أساعدك؟
courtesy-thanks = على الرحب والسعة. أنا هنا في أي وقت.
courtesy-bye = مع السلامة. أنا هنا في أي وقت.
courtesy-ok = حسنًا. هل من شيء آخر؟
taken-back = لا بأس. أنا هنا في أي وقت.
plain-heard = شكرًا على إخباري. كيف أستطيع المساعدة؟
hush = شكرًا. إلى اللقاء.
many-messages = تصل من هنا رسائل كثيرة متتالية. أقرؤها كلها، لكن ببطء أكثر الآن. إذا كان هناك خطر، تكفي كلمات قليلة عنه: هذا يسبق غيره.

## Danger: questions around it
ask-danger = أريد أن أتأكد أنني فهمت. هل أنت أو شخص آخر في خطر الآن؟
ask-danger-yes = نعم
ask-danger-no = لا
ask-danger-person = أفضّل التحدث مع شخص
words-for-no = لا,لأ,لا لا,كلا,لا شكرا,أبدا,ولا شيء,مش هيك,ليس هذا,مو هيك,la
words-for-yes = نعم,ايوه,أيوا,ايوة,اه,آه,أي نعم,اي,أجل,طبعا,أكيد,بلى,ايه,na3am,aywa
danger-what = هل يحدث هذا الآن؟ كلمة أو كلمتان تكفيان.
danger-not-now = لا، ليس الآن
danger-later = شكرًا لأنك قلت هذا. يمكنك حكاية ما يحدث، متى وكيفما استطعتم.
danger-denied = لا بأس. إذا تغيّر شيء، أنا هنا.
risk-again = أقرأ رسائلك. وهي محفوظة لأشخاص الفريق. الاتصال الآن، إن أمكن:
danger-call = الاتصال، إن أمكن:
danger-here = أنا هنا.
ask-may-write = هل يمكن أن نكتب لك على هذا الهاتف؟ قد يراه شخص آخر.
may-write-yes = نعم، اكتبوا لي
may-write-when = فقط بعد أن أكتب أنا
may-write-not = ليس الآن
may-write-said-yes = حسنًا. سيكتبون لك هنا.
may-write-said-when-i-write = حسنًا. سيكتبون لك فقط بعد رسالة منك.
hidden-word-ask = كلمة أو عبارة قصيرة لا يكتبها أحد غيرك، وليست من كلام كل يوم. بعد كتابتها هنا أمحو فورًا رسالتك وهذه الرسالة. وإذا وصلتني يومًا وحدها، أجيب «{ $reply }» وأنادي أشخاص الفريق.
hidden-word-set = تم.
hidden-word-other = هذه يكتبها أي شخص. نحتاج كلمة أخرى، تُكتب هنا، وسأمحوها أيضًا.
may-write-said-not-now = حسنًا. لن يكتب أحد لك. للقراءة متى شئت: كتابة «نعم» هنا أو الضغط على الزر.

## People
staff-now = الآن هناك أشخاص يقرؤون. يجيبونك هنا.
staff-later = لا أحد يقرأ الآن. يقرؤون { $day } الساعة { $hour }. عند الخطر لا تنتظرونا: اتصلوا.
staff-nobody = لا يوجد هنا أشخاص يقرؤون. لا تنتظروا جوابًا: اتصلوا، أو اذهبوا إلى شخص تثقون به.
staff-late = أخبرتُ الفريق، ولم يجب أحد بعد. لا تنتظروا: اتصلوا، أو اذهبوا إلى شخص تثقون به.
day-today = اليوم
day-tomorrow = غدًا
day-0 = يوم الإثنين
day-1 = يوم الثلاثاء
day-2 = يوم الأربعاء
day-3 = يوم الخميس
day-4 = يوم الجمعة
day-5 = يوم السبت
day-6 = يوم الأحد
duty-to-report = قبل قول المزيد: إذا كان قاصر في خطر، يُلزمنا القانون بإبلاغ الجهة التي تحميه. سنقول لك قبل ذلك.
who-knows = لا يقرأ هذا إلا أشخاص من { $operator }.
person-called = أبلغت أشخاص الفريق. يمكنك الكتابة لهم هنا.
person-nobody = لا يوجد هنا بعدُ أشخاص يقرؤون. يمكنني إعطاؤك معلومات وأرقام هاتف. عند الخطر، اتصلوا برقم الطوارئ حيث أنتم.
noted-for-staff = رسائلك محفوظة لأشخاص الفريق.
machine-failed = حدث خلل عندي. ليس ذنبك. ما كتبته محفوظ.
held-for-staff = حفظته لأشخاص الفريق. لن يفتحوه إلا عند الحاجة.
no-pictures = لسلامتك، لا داعي لإرسال صور أو فيديو. الكلمات تكفي.
voice-for-staff = أنا آلة ولا أستطيع سماع رسالتك الصوتية. سيسمعها شخص. الكتابة أيضًا تساعد، إن أمكن.
voice-nobody = أنا آلة ولا أستطيع سماع الرسائل الصوتية. ولا يوجد هنا أشخاص يسمعونها. الكتابة من فضلك، ولو كلمة.
cannot-read = لا أستطيع فتح هذا. يمكنك كتابته بالكلمات، أو التحدث مع شخص.
withdrawn = لا بأس. أخبرتهم أن الطلب لم يعد لازمًا. أنا هنا.

## Privacy
privacy =
    تقرؤك آلة. إذا طلبت شخصًا أو كان هناك خطر، يقرأ أشخاص من { $operator }. لا نخبر سلطات الهجرة. لا نسأل عن اسمك. رسائلك محفوظة مشفّرة وتُمحى بعد 30 يومًا. تلغرام أيضًا يحفظ المحادثة في نظامه. إذا كان طفل في خطر شديد، فقد يكون علينا واجب إبلاغ من يحميه: سنقول لك قبل ذلك.
    لتنظيف المحادثة:
    /clear
    لمحو كل شيء:
    /forget
privacy-complaint = لتقديم شكوى ضدنا: { $name }، { $contact }
cleared = مرحبًا. كيف أساعدك؟
forget-ask =
    هذا ما أحفظه عنك:
    { $kept }
    هل أمحوه؟
forget-yes = نعم، امحُه
forget-no = لا، اتركه
forget-kept = حسنًا، لم أمحُ شيئًا.
forgotten = مرحبًا. كيف أساعدك؟
kept-texts = رسائلك الأخيرة، مشفّرة. تُمحى بعد { $days } يومًا.
kept-language = لغتك: { $language }
kept-place = المكان الذي قلته: { $place }
kept-place-any = المكان، إن ذُكر.
button-correct = تصحيح ما تعرفونه عني
correct-what =
    هذا ما دوّنته:
    { $noted }
    ما غير الصحيح؟
correct-place = أنا في مكان آخر
correct-language = أتكلم لغة أخرى
correct-who = هذا ليس أنا
correct-who-done = حذفت ذلك. إذا أردتم فاكتبوا من يبحث عن مساعدة: العمر مثلًا، وهل معكم أحد.
correct-nothing = لم أدوّن شيئًا بعد.
kept-talk = حديثك مع الفريق. يكمل شخص محوه.
kept-talk-any = ما يُقال مع الفريق، عندما يحدث ذلك.

## What is kept until when, and a copy of it
kept-until = هذا ما أحفظه وإلى متى:
kept-until-words = رسائلك وأجوبتي: { $days } يومًا. ما كُتب اليوم حتى { $date }.
kept-until-memory = لغتك ومكانك: حتى { $days } يومًا بعد آخر رسالة منك.
kept-until-team = ما يُقال مع الفريق، إن حدث ذلك: { $days } يومًا بعد انتهائه.
kept-until-questions = أسئلة لم أعرف جوابها، دون ذكر صاحبها: { $days } يومًا.
kept-until-places = كيف كان الحال في مكان ما، إن أخبرتني: { $days } أيام.
kept-until-audit = ما فعله الفريق ومتى، دون كلماتك: عدد السنوات { $years }.
button-copy = الحصول على نسخة
copy-ask = يمكنني إرسال ملف هنا فيه ما أحفظه عنك وما قلناه. قد يقرؤه شخص آخر معه هذا الهاتف. هل أرسله؟
copy-yes = نعم، أرسله
copy-no = لا، الأفضل لا
copy-not = حسنًا، لم أرسل شيئًا.
copy-title = نسختك
copy-comes =
    الأفضل حفظها في مكان آمن. إذا كان آخرون يستعملون هذا الهاتف، فالأفضل حذف الملف ثم مسح المحادثة:
    /clear
copy-head = نسخة مما أحفظه عنك. { $at }
copy-left-out =
    لا يوجد هنا ما مُسح من هذه المحادثة، ولا ما يدوّنه الفريق لعمله. لطلبه من الفريق:
    /person
copy-left-out-nobody = لا يوجد هنا ما مُسح من هذه المحادثة.
copy-memory = ما أتذكره
copy-since = منذ { $since }. آخر رسالة: { $last }. يُمحى في { $until } إذا لم تصلني رسالة أخرى.
copy-position = الموقع الذي شاركته: { $at }
copy-who = من يبحث عن مساعدة: { $who }
copy-who-family = عائلة
copy-who-baby = رضيع
copy-who-minor_alone = قاصر من دون مرافق
copy-who-woman = امرأة
copy-who-woman_with_children = امرأة مع أطفال
copy-who-man = رجل
copy-who-lgbtiq = شخص من مجتمع LGBTIQ+
copy-who-disability = شخص ذو إعاقة
copy-topic = آخر سؤال كان عن: { $topic }
copy-name = الفريق لا يرى اسمك، بل هذا الاسم: { $name }
copy-may-write-yes = يمكن للفريق أن يكتب لك هنا.
copy-may-write-when-i-write = لا يكتب الفريق لك إلا بعد أن تصله رسالة منك.
copy-may-write-not-now = لا يكتب الفريق لك هنا.
copy-team = الفريق
copy-help-open = أشخاص من الفريق يهتمون بهذا منذ { $since }. يُمحى بعد { $days } يومًا من انتهائه.
copy-help-over = من { $since } إلى { $closed }. يُمحى في { $until }.
copy-places = كيف كان الحال في مكان ما
copy-was-closed = { $place }: كان مغلقًا ({ $date }). يُمحى في { $until }.
copy-was-refused = { $place }: لم يسمحوا لك بالدخول ({ $date }). يُمحى في { $until }.
copy-was-helped = { $place }: ساعدوك ({ $date }). يُمحى في { $until }.
copy-talk = ما قيل
copy-said-person = أنت
copy-said-bot = فارو
copy-said-staff = الفريق
copy-kind-voice = (رسالة صوتية)
copy-kind-photo = (صورة)
copy-kind-video = (فيديو)
copy-kind-document = (ملف)
copy-kind-sticker = (ملصق)
copy-kind-contact = (جهة اتصال)
copy-kind-location = (موقعك)
copy-kind-other = (شيء آخر)

## Commands, as the phone lists them
command-start = البداية
command-help = كيف يعمل هذا
command-language = تغيير اللغة
command-place = قول أين أنا
command-person = التحدث مع شخص
command-privacy = من يقرأ هذا
command-clear = تنظيف هذه المحادثة
command-forget = محو ما تحفظونه
bot-description = معلومات للشباب والعائلات البعيدين عن بيوتهم. اكتبوا سؤالكم.
bot-short-description = معلومات للشباب والعائلات
group-only-private = أتكلم في محادثة خاصة فقط. اكتبوا لي مباشرة.

## Where nobody reads: the same, without promising a person
foreign-languages = أستطيع الإجابة بـ: español, English, português, français, kreyòl, العربية.
foreign-nobody = مرحبًا. لا أتكلم لغتك.
unknown-nobody = لا أعرف جواب هذا، ولا أريد أن أخترع. يمكنك قوله بكلمات أخرى، أو رؤية القائمة.
country-note-unknown-nobody = { $country }: لم نتأكد مما ينطبق هناك غير ذلك.
country-note-being-checked-nobody = { $country }: نراجع الآن ما ينطبق هناك.
wrong-none-nobody = عذرًا. يمكنك قولها بكلمات أخرى.
cannot-read-nobody = لا أستطيع فتح هذا. الكتابة بالكلمات من فضلك.
answer-being-checked-nobody = نراجع هذه المعلومة الآن. يمكنك السؤال لاحقًا.
location-outside-nobody = شكرًا. لا أعرف الخدمات هناك. يمكنني قول ما ينطبق في كل مكان.
risk-again-nobody = شكرًا على الكتابة. الاتصال الآن، إن أمكن:
risk-first-line-nobody = شكرًا لأنك كتبت.
nobody-but-menu = يمكن السؤال هنا عن أمور أخرى: الحقوق، مكان آمن، العائلة. الكتابة بأي كلمات، أو الاختيار أدناه.
nobody-but-numbers = للتحدث إلى شخص الآن:
held-for-staff-nobody = لا يوجد هنا أشخاص يفتحونه. الكتابة بالكلمات من فضلك.
privacy-nobody =
    تقرؤك آلة. لا يوجد هنا أشخاص يقرؤون. لا نخبر سلطات الهجرة. لا نسأل عن اسمك. رسائلك محفوظة مشفّرة وتُمحى بعد 30 يومًا. تلغرام أيضًا يحفظ المحادثة في نظامه.
    لتنظيف المحادثة:
    /clear
    لمحو كل شيء:
    /forget

## من يجيب، وما يمكن قوله عنه
staff-intro-responder = يكتب لك شخص من الفريق. ليس آلة.
staff-intro-coordinator = يكتب لك من يدير الفريق. ليس آلة.
button-other-person = أفضّل شخصًا آخر
button-withdraw = لم أعد أريد ذلك
button-complain = تقديم شكوى
other-person-soon = لا بأس. سيقرأ شخص آخر من الفريق. ومن كان قبله لا يقرأ رسائلك بعد الآن.
complaint-how = أخبرت شخصًا من خارج الفريق بأن لديك شكوى. يمكنك أيضًا الكتابة مباشرة: { $name }، { $contact }
    إذا أردتم فاكتبوا الآن ماذا حدث. من يجيبكم لا يقرأ ذلك.
complaint-no-words = لا أريد أن أكتب أكثر
complaint-told = شكرًا لأنكم أخبرتمونا. هذا محفوظ على حدة، ومن يجيبكم لا يقرؤه.
share-ask = يريد الفريق أن يخبر { $name } بما يحدث معك ليساعدوك. هل أنتم موافقون؟
share-yes = نعم، يمكنهم إخبارهم
share-no = لا أريد
share-said-yes = شكرًا. سيخبرهم الفريق. إذا غيّرتم رأيكم فقولوا ذلك هنا.
share-said-no = لا بأس. لن يخبروا أحدًا بدون إذنك.
share-told = سيخبر الفريق { $name } بما يحدث معك لأن حياتك قد تكون في خطر. يمكنكم أن تسألوا هنا عن كل شيء.
safe-ask = يريد الفريق أن يعرف: هل أنتم بأمان الآن؟
safe-yes = نعم، أنا بأمان
safe-no = لا، ليس بعد
safe-said = هذا جيد. سأخبر الفريق. إذا تغيّر شيء فاكتبوا هنا.
held-off = حتى { $day } لا يقرأ الفريق هنا. أنا أستمر في الإجابة عن أسئلتك. إذا كان هناك خطر فقولوه: هذا يصل إليهم.
words-for-money = مال,فلوس,نقود,تحويل,ادفع,تدفع,ويسترن يونيون
words-for-meeting = نلتقي,أنتظرك,تعال إلى بيتي,تعالي إلى بيتي,آخذك,على انفراد,بيتي
