# The answer of the directory of places. Short sentences; what is not known is said.
services-head = هذا ما أعرفه في { $place }:
services-head-far = لا أعرف مكانا للنوم في { $place }. أقرب ما أعرفه:
services-head-more = أبعد، أو المعلومات عنها أقل:
services-none = في { $place } لا أعرف مكانا مؤكدا يستقبلكم اليوم. لا أريد أن أخترع.
services-more-none = لا أعرف أماكن أخرى قريبة من هناك.

## A place
services-km = على بعد حوالي { $km } كم
services-lets-in = يستقبل: { $who }.
services-not-for = لا يستقبل: { $who }.
services-unknown-for = لا نعرف إن كان يستقبل: { $who }.
services-who-minors_alone = قاصرين بلا أهل
services-who-families = عائلات
services-who-women = نساء
services-who-men = رجال
services-who-lgbtiq = أفراد مجتمع الميم
services-who-disability = ذوي الإعاقة
services-open-now = مفتوح الآن حتى { $hour }.
services-open-always = مفتوح ليلا ونهارا.
services-opens-at = مغلق الآن. يفتح { $day } الساعة { $hour }.
services-hours-unknown = لا نعرف ساعات العمل.
services-nights = { $count ->
    [one] حتى ليلة واحدة.
    [two] حتى ليلتين.
    [few] حتى { $nights } ليالٍ.
   *[other] حتى { $nights } ليلة.
  }
services-phone = هاتف { $number }
services-no-address = عنوانه غير منشور.
services-papers-yes = يطلب أوراقا.
services-papers-no = لا يطلب أوراقا.
services-checked = آخر معلومة: { $date }.
services-checked-unknown = معلومة بلا تاريخ.
services-alert-ask_open = ربما أغلق: اسألوا أولا.
services-alert-money_ended = كان لديه مال حتى منتصف هذا العام فقط: اسألوا إن كان مستمرا.
services-alert-moving = كان سينتقل: اسألوا عن العنوان.
services-alert-rest_only = للراحة نهارا؛ لا نعرف إن كانت فيه أسرّة.
services-alert-town_unsure = لسنا متأكدين من مكانه: اسألوا أولا.
services-alert-risky_town = هناك خطر خطف: لا تخرجوا وحدكم.
services-old-head = معلومات قديمة. ربما أغلق: اسألوا قبل الذهاب.
services-call-first = قبل الذهاب اسألوا هنا:
services-ask-person = يمكن لشخص أن يسأل عنكم: بزر «التحدث مع شخص».

## A minor alone
services-minor-first = للقاصر بلا أهل: تحدثوا أولا مع من يحميكم:
services-minor-none = لا أرسلكم إلى ملجأ في { $place }: لا نعرف من منها يستقبل قاصرين بلا أهل.
services-law-MX = في المكسيك يقول القانون: القاصر بلا أهل ترعاه نيابة حماية الطفولة (Procuraduría)، في مركز DIF أو مركز يوافق عليه DIF. قد يبلغهم الملجأ. اسألوا أولا من يبلغون وهل يمكن الخروج.
services-law-GT = في غواتيمالا يقول القانون: يبحثون أولا عن قريب، ثم عن عائلة ترعى، وأخيرا فقط بيت رعاية. لا يجوز الحبس. اسألوا أولا من يبلغون وهل يمكن الخروج.
services-law-PA = في بنما يبلغون محكمة الطفولة أو SENNIAF. يأخذونكم إلى بيت رعاية ويبحثون عن أهلكم مع سفارتكم. اسألوا أولا من يبلغون وهل يمكن الخروج.
services-law-BZ = في بليز، من بلا أهل وطلب اللجوء ترعاه Human Services: عائلة أو بيت رعاية، مع أخصائي اجتماعي.
services-law-US = في الولايات المتحدة، من أوقفوه بلا أهل ينتقل إلى مكتب ORR: ملجأ أو عائلة، حتى يستلمه شخص تم التحقق منه.
services-law-unknown = بالنسبة إلى { $country } لم نتأكد مما يجب أن يفعله الملجأ مع قاصر بلا أهل. اسألوا أولا: من تبلغون؟ هل يمكن الخروج؟

## The night, the questions, the buttons
services-night = إن لم يوجد مكان للنوم: ابقوا مع المجموعة حيث الضوء والناس، مثل مستشفى أو محطة فيها حراسة. لا تذهبوا مع من يعرض سريرا مقابل شيء.
services-night-call = عند الخطر اتصلوا:
services-ask-town = في أي مدينة أنتم؟ في { $country } أعرف أماكن في: { $towns }.
services-which-country = هناك أكثر من مكان اسمه { $town }. في أي بلد أنتم؟
services-button-more = مكان آخر
services-button-minor = أنا قاصر بلا أهل
services-button-family = نحن عائلة
services-button-woman = أنا امرأة وحدي
services-button-man = أنا رجل وحدي
services-button-lgbtiq = أنا من مجتمع الميم
services-words-bed = ملجا,ملجأ,ملاجئ,ماوى,مأوى,وين ننام,اين ننام,وين انام,اين انام,مكان للنوم,مكان ننام,مكان انام
services-words-near = قريب,قريب مني,بالقرب مني,هنا,اقرب
services-words-more = غيره,مكان آخر,ابعد,واحد تاني,غير,في غيره,تاني,ثاني,كمان,مكان تاني

## Other needs than a bed
nearby-head = في { $place } أعرف أماكن فيها { $what }:
nearby-head-far = لا أعرف في { $place } أماكن فيها { $what }. أقرب ما أعرفه:
nearby-none = لا أعرف في { $place } أي مكان فيه { $what }. لا أريد أن أخترع.
nearby-inside = هذه ملاجئ: اسألوا إن كانت تساعد أيضا من لا ينام فيها.
nearby-ask-town = في أي مدينة أنتم؟ عندها أقول إن كنت أعرف مكانا فيه { $what }.
nearby-what-food = طعام
nearby-what-hygiene = ملابس أو حمام للاغتسال
nearby-what-phone = هاتف أو إنترنت
nearby-what-health = رعاية طبية
nearby-what-feelings = دعم نفسي
nearby-what-legal = مساعدة قانونية
nearby-what-family = مساعدة في البحث عن الأهل
nearby-what-consulate = قنصلية
nearby-what-school = دروس أو حضانة

## How it was there
visits-button = كنت هناك: أحكي كيف كان
visits-which = أي مكان زرتم؟
visits-how = كيف كان الأمر في { $name }؟
visits-closed = كان مغلقا
visits-refused = لم يسمحوا بالدخول
visits-helped = نعم، ساعدونا
visits-thanks-helped = شكرا. هذا يساعد من يأتي بعدكم.
visits-thanks-bad = نأسف لذلك، وشكرا على الإخبار: كي لا يمشي أحد إلى هناك بلا فائدة. هذا ما أعرفه أيضا:
visits-words-closed = كان مغلقا,مغلق,كان مغلق,كان مسكر,مسكر,لا يوجد احد
visits-words-refused = لم يسمحوا لنا بالدخول,لم يدخلونا,ما خلونا ندخل,ما دخلونا,ما قبلونا,كان ممتلئا,كان مليان
visits-words-helped = ساعدونا,ساعدوني,استقبلونا,دخلونا

## Countries that people come from or through
country-CO = كولومبيا
country-VE = فنزويلا
country-EC = الإكوادور
country-PE = بيرو
country-BR = البرازيل
country-CL = تشيلي
country-CU = كوبا
country-HT = هايتي
