// What the card says itself, in four languages; the questions come from the API in the reader's own.
// {n}, {min}, {max} and {day} are filled in. A page may change or add a language: texts.fr = {...texts.en, save: '…'}.

const LANGUAGES = ['en', 'de', 'ar', 'ja'];

/** Each text in each of them. */
const SAID = {
  loading: [
    'Loading your check-in …',
    'Dein Check-in wird geladen …',
    'جارٍ تحميل متابعتك…',
    'チェックインを読み込んでいます…',
  ],
  openUntil: [
    'Open until {day}',
    'Offen bis {day}',
    'متاحة حتى {day}',
    '{day}まで回答できます',
  ],
  optional: [
    'optional',
    'freiwillig',
    'اختياري',
    '任意',
  ],
  clear: [
    'Clear answer',
    'Antwort löschen',
    'مسح الإجابة',
    '回答を消す',
  ],
  left: [
    '{n} characters left',
    'Noch {n} Zeichen',
    'الأحرف المتبقية: {n}',
    'あと{n}文字',
  ],
  yes: [
    'Yes',
    'Ja',
    'نعم',
    'はい',
  ],
  no: [
    'No',
    'Nein',
    'لا',
    'いいえ',
  ],
  save: [
    'Save answers',
    'Antworten speichern',
    'حفظ الإجابات',
    '回答を保存',
  ],
  saving: [
    'Saving …',
    'Wird gespeichert …',
    'جارٍ الحفظ…',
    '保存しています…',
  ],
  later: [
    'Later',
    'Später',
    'لاحقًا',
    'あとで',
  ],
  skip: [
    'Skip this time',
    'Diesmal auslassen',
    'تخطّي هذه المرة',
    '今回はスキップ',
  ],
  laterToday: [
    'Later today',
    'Später heute',
    'لاحقًا اليوم',
    '今日のあとで',
  ],
  tomorrow: [
    'Tomorrow morning',
    'Morgen früh',
    'صباح الغد',
    '明日の朝',
  ],
  inThreeDays: [
    'In three days',
    'In drei Tagen',
    'بعد ثلاثة أيام',
    '3日後',
  ],
  required: [
    'Please answer this question.',
    'Bitte beantworte diese Frage.',
    'يُرجى الإجابة عن هذا السؤال.',
    'この質問にお答えください。',
  ],
  number: [
    'Please enter a number.',
    'Bitte gib eine Zahl ein.',
    'يُرجى إدخال رقم.',
    '数字を入力してください。',
  ],
  range: [
    'Please enter a number from {min} to {max}.',
    'Bitte gib eine Zahl von {min} bis {max} ein.',
    'يُرجى إدخال رقم من {min} إلى {max}.',
    '{min}から{max}までの数字を入力してください。',
  ],
  atMost: [
    'Please choose at most {n}.',
    'Bitte wähle höchstens {n}.',
    'الحد الأقصى للاختيارات: {n}.',
    '選べるのは{n}つまでです。',
  ],
  tooLong: [
    'Please use at most {n} characters.',
    'Bitte höchstens {n} Zeichen.',
    'الحد الأقصى لعدد الأحرف: {n}.',
    '{n}文字以内で入力してください。',
  ],
  check: [
    'Please check this answer.',
    'Bitte prüfe diese Antwort.',
    'يُرجى مراجعة هذه الإجابة.',
    'この回答をご確認ください。',
  ],
  faults: [
    'To look at again: {n}',
    'Bitte noch einmal ansehen: {n}',
    'إجابات تحتاج إلى مراجعة: {n}',
    '確認が必要な回答：{n}件',
  ],
  thanks: [
    'Thank you',
    'Danke',
    'شكرًا لك',
    'ありがとうございます',
  ],
  saved: [
    'Your answers are saved.',
    'Deine Antworten sind gespeichert.',
    'حُفظت إجاباتك.',
    '回答を保存しました。',
  ],
  skipped: [
    'Skipped this time',
    'Diesmal ausgelassen',
    'تم التخطّي هذه المرة',
    '今回はスキップしました',
  ],
  afterAll: [
    'Answer it after all',
    'Doch beantworten',
    'الإجابة رغم ذلك',
    'やはり回答する',
  ],
  snoozed: [
    'See you later',
    'Bis später',
    'إلى اللقاء',
    'またあとで',
  ],
  backAt: [
    'This check-in comes back: {day}.',
    'Dieser Check-in kommt wieder: {day}.',
    'ستعود هذه المتابعة: {day}.',
    'このチェックインの再表示：{day}',
  ],
  nothing: [
    'Nothing to answer now',
    'Jetzt gibt es nichts zu beantworten',
    'لا شيء للإجابة عنه الآن',
    '今は回答するものがありません',
  ],
  next: [
    'Your next check-in: {day}.',
    'Dein nächster Check-in: {day}.',
    'متابعتك القادمة: {day}.',
    '次のチェックイン：{day}',
  ],
  nonePlanned: [
    'No check-in is planned.',
    'Es ist kein Check-in geplant.',
    'لا توجد متابعة مقرّرة.',
    '予定されているチェックインはありません。',
  ],
  another: [
    'Go to the next check-in',
    'Zum nächsten Check-in',
    'إلى المتابعة التالية',
    '次のチェックインへ',
  ],
  offline: [
    'Cairn cannot be reached. You see what was here last.',
    'Cairn ist nicht zu erreichen. Du siehst den letzten Stand.',
    'يتعذّر الاتصال بالخدمة. هذا آخر ما كان معروضًا.',
    '接続できません。前回の内容を表示しています。',
  ],
  waiting: [
    'Kept on this device',
    'Auf diesem Gerät aufgehoben',
    'محفوظ على هذا الجهاز',
    'この端末に保存しました',
  ],
  queued: [
    'Your answers will be sent as soon as you are online again.',
    'Deine Antworten werden gesendet, sobald du wieder online bist.',
    'ستُرسل إجاباتك فور عودة الاتصال.',
    'オンラインに戻ると、回答が送信されます。',
  ],
  sent: [
    'Your kept answers have been sent.',
    'Deine aufgehobenen Antworten sind gesendet.',
    'أُرسلت إجاباتك المحفوظة.',
    '保存していた回答を送信しました。',
  ],
  elsewhere: [
    'Already answered',
    'Schon beantwortet',
    'سبقت الإجابة',
    '回答済みです',
  ],
  stored: [
    'This check-in was answered elsewhere, with other answers. This is what is stored:',
    'Dieser Check-in wurde anderswo beantwortet, mit anderen Antworten. Gespeichert ist:',
    'أُجيب عن هذه المتابعة من مكان آخر بإجابات مختلفة. المحفوظ هو:',
    'このチェックインは別の場所で、異なる内容で回答されました。保存されている内容：',
  ],
  gone: [
    'This check-in is no longer open.',
    'Dieser Check-in ist nicht mehr offen.',
    'لم تعد هذه المتابعة متاحة.',
    'このチェックインは終了しました。',
  ],
  refusedText: [
    'These answers could not be stored. They are kept on this device.',
    'Diese Antworten ließen sich nicht speichern. Sie bleiben auf diesem Gerät.',
    'تعذّر حفظ هذه الإجابات. ستبقى على هذا الجهاز.',
    'この回答は登録できませんでした。端末に残っています。',
  ],
  remove: [
    'Delete from this device',
    'Von diesem Gerät löschen',
    'حذف من هذا الجهاز',
    '端末から削除',
  ],
  erased: [
    'Your data was deleted',
    'Deine Daten wurden gelöscht',
    'حُذفت بياناتك',
    'データは削除されました',
  ],
  erasedText: [
    'Nothing about you is kept here any more.',
    'Hier ist nichts mehr über dich gespeichert.',
    'لم يعد محفوظًا هنا أي شيء عنك.',
    'ここにはあなたに関する情報は残っていません。',
  ],
  signedOut: [
    'You are signed out',
    'Du bist abgemeldet',
    'تم تسجيل خروجك',
    'サインアウトしています',
  ],
  signedOutText: [
    'Sign in to see your check-in.',
    'Melde dich an, um deinen Check-in zu sehen.',
    'سجّل الدخول لعرض متابعتك.',
    'チェックインを見るにはサインインしてください。',
  ],
  signIn: [
    'Sign in',
    'Anmelden',
    'تسجيل الدخول',
    'サインイン',
  ],
  failed: [
    'That did not work',
    'Das hat nicht geklappt',
    'تعذّر إتمام ذلك',
    'うまくいきませんでした',
  ],
  failedText: [
    'Please try again in a moment.',
    'Bitte versuche es gleich noch einmal.',
    'يُرجى المحاولة مرة أخرى بعد قليل.',
    '少し待ってから、もう一度お試しください。',
  ],
  retry: [
    'Try again',
    'Noch einmal versuchen',
    'إعادة المحاولة',
    'もう一度試す',
  ],
  history: [
    'Earlier check-ins',
    'Frühere Check-ins',
    'المتابعات السابقة',
    'これまでのチェックイン',
  ],
  more: [
    'Show more',
    'Mehr anzeigen',
    'عرض المزيد',
    'もっと見る',
  ],
  none: [
    'None yet.',
    'Noch keine.',
    'لا شيء بعد.',
    'まだありません。',
  ],
  completed: [
    'answered',
    'beantwortet',
    'تمت الإجابة',
    '回答済み',
  ],
  late: [
    'answered late',
    'spät beantwortet',
    'أُجيب متأخرًا',
    '遅れて回答',
  ],
  dismissed: [
    'skipped',
    'ausgelassen',
    'تم التخطّي',
    'スキップ',
  ],
  expired: [
    'not answered',
    'nicht beantwortet',
    'بلا إجابة',
    '未回答',
  ],
  open: [
    'open',
    'offen',
    'متاحة',
    '回答受付中',
  ],
  snoozedState: [
    'for later',
    'für später',
    'مؤجّلة',
    'あとで',
  ],
};

/** @type {Record<string, Record<string, string>>} */
export const texts = Object.fromEntries(LANGUAGES.map((language, at) =>
  [language, Object.fromEntries(Object.entries(SAID).map(([name, said]) => [name, said[at]]))]));

/** Writing directions of languages that may come; an unknown one is taken to run from left to right. */
export const directionOf = (language) => (/^(ar|fa|he|ur|ps|yi)\b/i.test(language) ? 'rtl' : 'ltr');

// Pages write `de_DE` too, and `Intl` throws at it.
const wellFormed = (language, otherwise) => {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return otherwise;
  }
};

// A new process takes as long for its first number format as for half a card, and these languages write a small count as
// code does.
const COUNTS_AS_CODE = /^(en|de|ja)(-[a-z]{2})?$/i;
const isSmallCount = (value) => Number.isInteger(value) && value >= 0 && value < 1_000;

/** Texts and formats of a language: the nearest there is, else English. */
export function speaking(language) {
  const [subtag] = language.toLowerCase().split(/[-_]/);
  const tag = subtag in texts ? wellFormed(language, subtag) : 'en';
  const mine = texts[subtag] ?? texts.en;
  const say = (name, filled = {}) =>
    (mine[name] ?? texts.en[name]).replace(/\{(\w+)\}/g, (_, hole) => (typeof filled[hole] === 'number' ? number(filled[hole]) : filled[hole]));
  const countsAsCode = COUNTS_AS_CODE.test(tag);
  /** @type {Intl.NumberFormat | undefined} */
  let numbers;
  const number = (value) => (countsAsCode && isSmallCount(value)
    ? String(value)
    : (numbers ??= new Intl.NumberFormat(tag, {maximumFractionDigits: 10})).format(value));
  return {tag, dir: directionOf(tag), say, number};
}
