/* Words that carry no subject. Romanian ones without diacritics, as the tokeniser compares them. */

const ENGLISH = `a about above after again against all also am an and any are aren't as at be because been before being
below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each few for
from further had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him himself his how
how's i i'd i'll i'm i've if in into is isn't it it's its itself let's me more most mustn't my myself no nor not of off on
once only or other ought our ours ourselves out over own same shan't she she'd she'll she's should shouldn't so some such
than that that's the their theirs them themselves then there there's these they they'd they'll they're they've this those
through to too under until up upon us very was wasn't we we'd we'll we're we've were weren't what what's when when's where
where's which while who who's whom why why's will with won't would wouldn't you you'd you'll you're you've your yours
yourself yourselves dont doesnt didnt cant wont isnt im ive id thats whats please`;

const ROMANIAN = `a abia acea aceasta aceea aceeasi acei aceia acel acela acelasi acele acelea acest acesta aceste acestea
acestei acestia acestui acolo acum adica ai aia al ala ale alea alt alta altceva altcineva alte altele altfel alti am an
anumit apoi ar are as asa asta astea astfel asupra atat ati atunci au avea avem aveti aici ba bine ca cand care careia
carora caruia cat catre ce cea ceea cei cel cele celor cine cineva cu cui cum cumva da daca dar dat de deci deja decat desi
despre desi din dintr dintre doar dumneavoastra dvs dupa e ea ei el ele era erau este eu eram esti face fara fi fie fiecare
fiind foarte fost i ia iar ii il imi in inainte inapoi intr intre intru isi iti la le li lor lui m ma mai mea mei mele mereu
mi mie mine mult multa multe multi n ne nici niciun nicio nimic niste noastra noastre noi nostri nostru nou nu o oi or ori
orice oricare pai pana pe pentru peste poate pot prea prin s sa sai sale sau se si sa sunt suntem sunteti sus spre t ta tai
tale tau te ti tie toata toate tot toti totusi tu tuturor un una unde undeva unei unele uneori unii unor unui unul va vi voastra voastre
voi vor vostri vostru voua vreau vreo vreun vom v-am as ati`;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

export const ENGLISH_STOP_WORDS = words(ENGLISH);
export const ROMANIAN_STOP_WORDS = words(ROMANIAN);
/** Chinese particles that stand between words: a bigram never spans one. Simplified forms. */
export const HAN_PARTICLES: ReadonlySet<string> = new Set('的了吗呢吧啊呀哦们');

/*
 * Words of a customer's story rather than of its subject. A query counts them less, since
 * customers write many of them (measured: docs/ranking.md).
 */
const LIGHT_ENGLISH = `actually already always another anybody anyone anything anyway asked asking away back bit came come
comes coming course day days else even ever every everybody everyone everything feel felt find found gave get gets getting
give given go goes going gone good got guess happen happened happening happens hello help hi hope hour hours however
instead just keep kept kind know knows last late later least left let like likely little long look looked looking lot lots
made make makes making many matter maybe mean means might minute minutes morning much need needs never new next nobody
nothing now number often ok okay one ones others part perhaps possible pretty probably put quite rather really right said
saw say saying says see seem seems seen sent several since someone something sometimes soon sorry sort still stuff sure
take taken takes taking tell telling thank thanks thing things think thought time times today together told took tried
tries try trying twice two use used using usually want wanted wants way week weeks well went whether without wonder
wondering word words work works would wrote year years yes yesterday yet tomorrow`;

const LIGHT_ROMANIAN = `acasa aceea acum adevarat am ajuns apoi arata asteptat asteptam astazi atunci azi buna bun cateva chiar
cred crezut cumva deja deloc desi dimineata dori doresc doar face facem facut fac faca ieri imediat inca incerc incercat
intreb lucru luat mai mers merge mereu multumesc nevoie nimeni nimic nou oare ora ore paine parca pare pot putea puteti
rog salut saptamana seara singur singura spus spune spuneti stiu stie stiti timp trebuie ultim ultima vad vazut vin vine
vreau vrea vreti vrem zi zic zice zile zis zilele`;

const LIGHT_HAN = `没有 不要 怎么 什么 这种 这个 那个 可以 如果 不是 是不 还是 自己 这样 那么 我们 你们 他们 因为 所以 但是 而且
已经 现在 就是 一个 一直 一样 为什 么办 么回 回事 知道 觉得 请问 谢谢 麻烦 帮忙 有没 不能 不知 时候 今天 昨天 还有 然后 只有 只是 都是 也是
到底 应该 可能 需要 真的 一下 有点 这么 多少 几个 两个 这里 那里 多久 怎样 要不 不会 会不 么样`;

/** In lower case without marks; Chinese pairs in Simplified characters. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set([
  ...words(LIGHT_ENGLISH),
  ...words(LIGHT_ROMANIAN),
  ...words(LIGHT_HAN),
]);
