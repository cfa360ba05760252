import { describe, expect, it } from 'vitest'
import { readByRules, saying } from '../../../../test/reading.ts'
import { LANGUAGES } from './index.ts'

/** "[source] {cue} <content> stance", one a statement. */
async function all(text: string, language: string): Promise<string> {
  const { attributions, text: whole } = await readByRules(text, { language })
  return attributions
    .map(({ source, cue, content, stance = '-' }) => {
      const words = `[${saying(whole, source)}] {${saying(whole, cue)}} <${saying(whole, content)}>`
      return `${words} ${stance}`
    })
    .join(' | ')
}

const GERMAN: readonly (readonly [text: string, want: string])[] = [
  ['„Die Brücke hält“, sagte Lena Abara.', '[Lena Abara] {sagte} <„Die Brücke hält“> said'],
  ['»Die Brücke hält«, so der Bürgermeister.', '[der Bürgermeister] {so} <»Die Brücke hält«> said'],
  ['Lena Abara: „Die Brücke hält noch lange.“', '[Lena Abara] {:} <„Die Brücke hält noch lange.“> -'],
  [
    'Der Sprecher des Rates, Tomas Odell, fügte gestern hinzu: „Niemand kam.“',
    '[Der Sprecher des Rates, Tomas Odell] {fügte … hinzu} <„Niemand kam.“> said',
  ],
  ['In einem Gespräch mit dem Sender sagte sie: „Niemand kam.“', '[sie] {sagte} <„Niemand kam.“> said'],
  [
    '„Wir haben gewarnt“, hatte Lena Abara in einem Gespräch erklärt.',
    '[Lena Abara] {hatte … erklärt} <„Wir haben gewarnt“> said',
  ],
  ['Dem Hafenboten sagte Lena Abara: „Niemand kam.“', '[Lena Abara] {sagte} <„Niemand kam.“> said'],
  ['Odell nannte den Bericht „eine Erfindung“.', '[Odell] {nannte} <„eine Erfindung“> said'],
  ['Laut Lena Abara war es „ein sehr langer Tag“.', '[Lena Abara] {Laut} <„ein sehr langer Tag“> said'],
  ['In dem Bericht heißt es: „Niemand kam.“', '[dem Bericht] {heißt} <„Niemand kam.“> said'],
  [
    'Wie der Rat mitteilte, sei die Brücke „nicht mehr zu retten“.',
    '[der Rat] {mitteilte} <„nicht mehr zu retten“> said',
  ],
  [
    '„Die Brücke hält“, sagte Lena Abara. „Wir haben sie zweimal geprüft.“',
    '[Lena Abara] {sagte} <„Die Brücke hält“> said | [Lena Abara] {sagte} <„Wir haben sie zweimal geprüft.“> said',
  ],
  [
    'Odell sagte, er gehe. Der Hafen sei „ein trauriger Ort geworden“.',
    '[Odell] {sagte} <„ein trauriger Ort geworden“> said',
  ],
  [
    'Nach der Ankündigung der Ministerin wird die Brücke „nicht mehr zu retten“ sein.',
    '[der Ankündigung der Ministerin] {Nach} <„nicht mehr zu retten“> said',
  ],
  [
    'Die Brücke sei, wie sich Lena Abara ausdrückte, „nicht mehr zu retten“.',
    '[Lena Abara] {ausdrückte} <„nicht mehr zu retten“> said',
  ],
  ['Der Bericht wird von Kennern als „eine Erfindung“ bezeichnet.', '[Kennern] {bezeichnet} <„eine Erfindung“> said'],
  [
    'Den Unmut der Partei brachte die Sprecherin, Mira Holt, zum Ausdruck: „Niemand kam.“',
    '[Mira Holt] {:} <„Niemand kam.“> -',
  ],
  ['Hier sparte der Präsident nicht mit Kritik: „Niemand kam.“', '[der Präsident] {:} <„Niemand kam.“> -'],
  ['Er schließt sich Tomas Odell an: „Niemand kam.“', '[Er] {:} <„Niemand kam.“> -'],
  [
    'Der Vorsitzende schloss sich Odells Urteil mit den Worten an: „Niemand kam.“',
    '[Der Vorsitzende] {:} <„Niemand kam.“> -',
  ],
  [
    'Lena Abara kommentierte die Sache laut „Hafenbote“ mit folgenden Worten: „Niemand kam.“',
    '[Lena Abara] {kommentierte} <„Niemand kam.“> said',
  ],
  [
    'Der Hafenbote zitiert einen Augenzeugen mit den Worten: „Niemand kam.“',
    '[einen Augenzeugen] {zitiert} <„Niemand kam.“> said',
  ],
  [
    '„Die Brücke hält noch lange“, zitiert die „Hafenwoche“ Lena Abara.',
    '[Lena Abara] {zitiert} <„Die Brücke hält noch lange“> said',
  ],
  ['„Die Brücke hält.“ Das sagte Lena Abara dem Sender.', '[Lena Abara] {sagte} <„Die Brücke hält.“> said'],
  [
    'In den Medien war die Brücke als „ein Jahrhundertbau“ bezeichnet worden.',
    '[den Medien] {bezeichnet} <„ein Jahrhundertbau“> said',
  ],
  [
    'Die Räte haben mehr Geld angekündigt, man werde „hart und ohne Zögern“ bauen.',
    '[Die Räte] {angekündigt} <„hart und ohne Zögern“> announced',
  ],
  [
    'Bereits am Abend zogen Fischer vor das Amt und riefen Losungen wie „Rettet den alten Hafen“.',
    '[Fischer] {riefen} <„Rettet den alten Hafen“> said',
  ],
  [
    'Verkehr: Der Rat will mehr Busse. „Wir wollen eine Stadt für alle.“',
    '[Der Rat] {} <„Wir wollen eine Stadt für alle.“> -',
  ],
  [
    'Mira Holt ist der Meinung, dass der Rat „viel zu lange gewartet“ habe.',
    '[Mira Holt] {ist … Meinung} <„viel zu lange gewartet“> believed',
  ],
  [
    'Nach Auffassung des Gerichts der „groben Fahrlässigkeit beim Bau“ schuldig, schwieg er.',
    '[des Gerichts] {Nach Auffassung} <„groben Fahrlässigkeit beim Bau“> said',
  ],
  ['Odell verteidigte die Bezeichnung „Gesindel“.', '[Odell] {verteidigte} <„Gesindel“> praised'],
  [
    'Sie reagierte: Mit den Worten „Wir gehen jetzt alle heim“, schloss er die Sitzung.',
    '[er] {Mit den Worten} <„Wir gehen jetzt alle heim“> -',
  ],
  ['Der Dampfer „Aurora“ liegt im Hafen.', ''],
  ['Der Rat sagte, dass die Brücke hält.', ''],
]

describe('languages', () => {
  it.each(GERMAN)('%s', async (text, want) => expect(await all(text, 'de')).toBe(want))

  it.each(Object.keys(LANGUAGES))('has lists without empty words: %s', (code) => {
    const { verbs, pairs, ...lists } = LANGUAGES[code] as (typeof LANGUAGES)[string]
    for (const list of [...Object.values(verbs), ...Object.values(pairs), ...Object.values(lists)])
      expect(list.split(' ').every((word) => word.length > 0)).toBe(true)
    for (const list of Object.values(pairs))
      expect(list.split(', ').every((pair) => pair.split(' ').length === 2)).toBe(true)
  })
})
