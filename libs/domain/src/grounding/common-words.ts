const text = `
a about absolutely according action actually additional after afterwards again agent agreed agrees ai all allegedly already also although
although always an and another any anyone apart apparently appreciated appreciates appears as asked asks at atlas back because before both briefly
but busy buyer by call callback called caller calls cannot chose clear client companies company complained confirms contact contacted
conversation cost could crm current currently customer customers customer deal decision declines despite did does done due during each
earlier either email english especially even eventually everything expects explained explains few finally first follow followup for
from further gave generally gives good had happy has have he hello hence her hers herself high him himself his hopefully how however id if
immediately in including initially instead interest into is it its itself just keen last later lead leave left less like likely long lost low
many may maybe meanwhile medium meeting mentions message might more moreover most much must my mutual name named near need needed needs negative
neither neutral never nevertheless next no nobody none nor not note nothing now number objection of offer offers often ok okay on once one only or order other others
otherwise our out outcome over overall owner own part partly people perhaps person persons phone pii please plus polite positive possibly potential preference prefers
presumably price pricing probably product products promised prospect provide purpose question questions quite quote rather reason reasons receive recipient
refuses regarding remove representative requests respondent response said sale sales same satisfied says schedule second seems send sent service several
she short should shows simply since so some somebody someone something somewhat soon sounds spanish speaks spoke still strong such summary sure
system take takes talk task team tells than thanks that the their them then there therefore these they thinks this those though thought three through thus time timing to today
told took topic toward two ultimately unable unclear under understands unfortunately unless unsure until up upon us user usually very via
voice voicemail wanted wants was we were what when where whether which while who whom whose why will willing wish wishes with within without
wondered would wrong yes yet you your am pm mr mrs ms dr i im ive
`;

/** Words that may begin a sentence of a summary, or be written large in it, without being anyone's name. */
export const commonWords: ReadonlySet<string> = new Set(text.trim().split(/\s+/));
