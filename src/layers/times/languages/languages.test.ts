import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readByRules } from '../../../../test/reading.ts'
import { LANGUAGES } from './index.ts'

// A Thursday.
const PUBLISHED = '2026-03-05'

const read = async (language: string, text: string): Promise<readonly string[]> => {
  const { times } = await readByRules(text, { published: PUBLISHED, language })
  return times.map(({ start, end, value, mod }) => `${text.slice(start, end)} = ${value}${mod ? ` ${mod}` : ''}`)
}

const GERMAN: readonly (readonly [text: string, want: readonly string[]])[] = [
  ['Der Streik begann am 3. März.', ['3. März = 2026-03-03']],
  ['Sie wurde am Dienstag, dem 25. Oktober 2016, gewählt.', ['Dienstag, dem 25. Oktober 2016 = 2016-10-25']],
  ['Vom 3. bis 5. April 2024 fuhren keine Züge.', ['3. = 2024-04-03', '5. April 2024 = 2024-04-05']],
  ['Die Frist endete am 25.10.2016.', ['25.10.2016 = 2016-10-25']],
  ['Am 25. Oktober vergangenen Jahres sank sie.', ['25. Oktober vergangenen Jahres = 2025-10-25']],
  ['Die Fähre sank am Dienstag.', ['Dienstag = 2026-03-03']],
  ['Das Gericht soll am Freitag entscheiden.', ['Freitag = 2026-03-06']],
  ['Der Rat tagte am Montagabend.', ['Montagabend = 2026-03-02TEV']],
  ['Am kommenden Montag wird es kalt.', ['kommenden Montag = 2026-03-09']],
  [
    'Er kam gestern Abend an und reist morgen früh ab.',
    ['gestern Abend = 2026-03-04TEV', 'morgen früh = 2026-03-06TMO'],
  ],
  ['Heute Morgen brannte es, vorgestern auch.', ['Heute Morgen = 2026-03-05TMO', 'vorgestern = 2026-03-03']],
  ['Vor drei Wochen wurde der Hafen gesperrt.', ['Vor drei Wochen = 2026-W07']],
  ['Vor einundzwanzig Tagen sank sie.', ['Vor einundzwanzig Tagen = 2026-02-12']],
  ['Seit mehr als zwei Jahren steht es leer.', ['mehr als zwei Jahren = P2Y MORE_THAN']],
  ['Es dauerte einige Tage.', ['einige Tage = PXD']],
  ['Der 14-tägige Streik folgte auf eine dreitägige Reise.', ['14-tägige = P14D', 'dreitägige = P3D']],
  [
    'Am 1. Mai 2025 endete sie. Am Tag darauf begann die Arbeit.',
    ['1. Mai 2025 = 2025-05-01', 'Tag darauf = 2025-05-02'],
  ],
  [
    'Am 1. Mai 2025 sank sie. Drei Tage später wurde er gefunden.',
    ['1. Mai 2025 = 2025-05-01', 'Drei Tage später = 2025-05-04'],
  ],
  ['Im vergangenen Jahr fiel der Umsatz.', ['vergangenen Jahr = 2025']],
  ['Letzte Woche regnete es.', ['Letzte Woche = 2026-W09']],
  ['Im nächsten Monat soll es regnen.', ['nächsten Monat = 2026-04']],
  ['Ende 2023 wurde sie verkauft, Anfang März wieder.', ['Ende 2023 = 2023 END', 'Anfang März = 2026-03 START']],
  ['Ende des Jahres soll es fertig sein.', ['Ende des Jahres = 2026 END']],
  ['Im dritten Quartal 2025 sank der Gewinn.', ['dritten Quartal 2025 = 2025-Q3']],
  ['In den 1990er Jahren war es Mode.', ['den 1990er Jahren = 199']],
  ['Im 19. Jahrhundert gab es das nicht.', ['19. Jahrhundert = 18']],
  ['Im Sommer 2020 brannte es.', ['Sommer 2020 = 2020-SU']],
  [
    'Zu Weihnachten 2024 brannte es, am Karfreitag nicht.',
    ['Weihnachten 2024 = 2024-12-25', 'Karfreitag = 2025-04-18'],
  ],
  ['Um 14.30 Uhr am Dienstag sank sie.', ['14.30 Uhr am Dienstag = 2026-03-03T14:30']],
  ['Jeden Montag fährt ein Schiff.', ['Jeden Montag = XXXX-WXX-1']],
  ['In den vergangenen drei Jahren starben 20 Menschen.', ['den vergangenen drei Jahren = P3Y']],
  ['Am Wochenende brannte es.', ['Wochenende = 2026-W09-WE']],
  ['Derzeit ist sie geschlossen.', ['Derzeit = PRESENT_REF']],
  ['Es kamen 1990 Menschen.', []],
  ['Er ist 25. Sie ist 30.', []],
]

const FRENCH: readonly (readonly [text: string, want: readonly string[]])[] = [
  ['Elle a été élue le mardi 25 octobre 2016.', ['le mardi 25 octobre 2016 = 2016-10-25']],
  ['Le 1er mai 2025, la grève a pris fin. Le lendemain, on travaillait.', ['1er mai 2025 = 2025-05-01', 'Le lendemain = 2025-05-02']],
  ['Du 3 au 5 avril 2024, aucun train.', ['3 = 2024-04-03', '5 avril 2024 = 2024-04-05']],
  ['Le délai expirait le 25/10/2016.', ['25/10/2016 = 2016-10-25']],
  ['Le navire a coulé mardi.', ['mardi = 2026-03-03']],
  ['Le tribunal rendra sa décision vendredi.', ['vendredi = 2026-03-06']],
  ['Il a plu lundi dernier, lundi prochain il neigera.', ['lundi dernier = 2026-03-02', 'lundi prochain = 2026-03-09']],
  ['Hier soir et avant-hier, il a plu.', ['Hier soir = 2026-03-04TEV', 'avant-hier = 2026-03-03']],
  ['Aujourd’hui, il neige ; demain matin aussi.', ['Aujourd’hui = 2026-03-05', 'demain matin = 2026-03-06TMO']],
  ['Il y a trois semaines, le port a fermé.', ['Il y a trois semaines = 2026-W07']],
  ['La ligne est fermée depuis plus de deux ans.', ['plus de deux ans = P2Y MORE_THAN']],
  ['Cela a duré plusieurs jours, puis plus d’un mois.', ['plusieurs jours = PXD', 'plus d’un mois = P1M MORE_THAN']],
  ['Elle a coulé le 1er mai 2025. Trois jours plus tard, il a été trouvé.', ['1er mai 2025 = 2025-05-01', 'Trois jours plus tard = 2025-05-04']],
  ['L’an dernier, les ventes ont baissé.', ['L’an dernier = 2025']],
  ['La semaine dernière, il a plu.', ['La semaine dernière = 2026-W09']],
  ['Le mois prochain, il pleuvra.', ['Le mois prochain = 2026-04']],
  ['Fin 2023, début mars et mi-avril 2025.', ['Fin 2023 = 2023 END', 'début mars = 2025-03 START', 'mi-avril 2025 = 2025-04 MID']],
  ['La fin de l’année sera dure.', ['La fin de l’année = 2026 END']],
  ['Au troisième trimestre 2025, le bénéfice a reculé.', ['troisième trimestre 2025 = 2025-Q3']],
  ['C’était la mode dans les années 1990.', ['les années 1990 = 199']],
  ['Cela n’existait pas au XIXe siècle.', ['XIXe siècle = 18']],
  ['À l’été 2020, tout a brûlé.', ['l’été 2020 = 2020-SU']],
  ['Après Noël 2024, rien jusqu’à Pâques.', ['Noël 2024 = 2024-12-25', 'Pâques = 2026-04-05']],
  ['Un bateau part chaque lundi, tous les jours et tous les deux ans.', ['chaque lundi = XXXX-WXX-1', 'tous les jours = P1D', 'tous les deux ans = P2Y']],
  ['Au cours des trois dernières années, il y a eu 20 morts.', ['trois dernières années = P3Y']],
  ['Le week-end dernier, tout a brûlé.', ['Le week-end dernier = 2026-W09-WE']],
  ['Le port ouvrira à 14:30 vendredi.', ['14:30 vendredi = 2026-03-06T14:30']],
  ['Il est venu en mars.', ['mars = 2026-03']],
  ['Il rêve de Mars et regarde mars.', ['Mars = 2026-03']],
  ['Actuellement, il est fermé.', ['Actuellement = PRESENT_REF']],
  ['En 1968, 1990 personnes ont fui.', ['1968 = 1968']],
] // biome-ignore format: a table to be read

describe('times in German', () => {
  it.each(GERMAN)('%s', async (text, want) => expect(await read('de', text)).toEqual(want))
})

describe('times in French', () => {
  it.each(FRENCH)('%s', async (text, want) => expect(await read('fr', text)).toEqual(want))
})

describe('languages of times', () => {
  it('read what no language of theirs is there for with English', async () => {
    expect(await read('nl', '2026-02-11')).toEqual(['2026-02-11 = 2026-02-11'])
  })

  it('mean one day by one name', () => {
    const days = new Map<string, string>()
    for (const { holidays } of Object.values(LANGUAGES))
      for (const [name, { words: _, ...day }] of Object.entries(holidays)) {
        expect(days.get(name) ?? JSON.stringify(day)).toBe(JSON.stringify(day))
        days.set(name, JSON.stringify(day))
      }
  })

  it.each(Object.keys(LANGUAGES))('reads any of its words, in any order, on any day: %s', async (code) => {
    const { lexicon, numbers } = LANGUAGES[code] ?? LANGUAGES.en
    const listed = Object.values(lexicon).flatMap((values) => Object.values(values).flatMap((list) => list.split(', ')))
    const words = [
      ...listed,
      ...numbers.ones.split(' '),
      ...numbers.tens.split(' '),
      '3.',
      '1999',
      '-',
      ',',
      '25',
      '14:30',
    ]
    const text = fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((parts) => `${parts.join(' ')}.`)
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    await fc.assert(
      fc.asyncProperty(text, day, async (said, published) => {
        const { times } = await readByRules(said, { published: published.toISOString(), language: code })
        for (const { value, from, to } of times) {
          expect(value).not.toMatch(/NaN|undefined/)
          if (from && to && !from.startsWith('BC')) expect(from <= to).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })
})
