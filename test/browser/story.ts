import { made } from '../made.ts'

const KELLER = { names: ['Hanna Keller'], roles: ['harbour master'] } as const

/**
 * A story made by hand: four articles of three outlets about a ferry that ran aground off Cuxhaven, one of them in two versions, one a copy;
 * with a plan that was met, one that is open, a denial, and words that look like markup.
 */
export const ferryStory = [
  made({
    id: 'bugle-1',
    outlet: 'Elbe Bugle',
    published: '2026-04-07T08:00:00+02:00',
    headline: 'Ferry runs aground off Cuxhaven',
    body: ['A ferry ran aground off Cuxhaven on Tuesday.'],
    events: [{ words: 'ran aground', type: 'DISASTER', day: '2026-04-07', score: 0.95 }],
  }),
  made({
    id: 'bugle-1',
    outlet: 'Elbe Bugle',
    published: '2026-04-07T08:00:00+02:00',
    modified: '2026-04-07T18:00:00+02:00',
    headline: 'Ferry runs aground off Cuxhaven, 84 taken off',
    body: [
      'The ferry Wangerland ran aground off Cuxhaven on Tuesday with 84 people on board. Tugs will try to pull it free on Thursday.',
      '“We took everybody off within the hour,” said Hanna Keller, the harbour master of Cuxhaven.',
      'The owner, Nordlinie, denied that the radar had failed. The log is to be handed over by 20 April.',
      'A passenger said: “Nobody told us <b>anything</b> & we waited.”',
    ],
    entities: [
      KELLER,
      { names: ['Nordlinie'], type: 'organization', roles: ['owner'] },
      { names: ['A passenger'], type: 'source' },
    ],
    places: [{ words: 'Cuxhaven', geonamesId: 2939658, country: 'DE', lat: 53.86, lon: 8.69 }],
    said: [
      {
        words: '“We took everybody off within the hour,”',
        source: 'Hanna Keller',
        cue: 'said',
        speaker: 'Hanna Keller',
        stance: 'said',
        score: 0.95,
      },
      {
        words: 'that the radar had failed',
        source: 'Nordlinie',
        cue: 'denied',
        speaker: 'Nordlinie',
        kind: 'indirect',
        stance: 'denied',
      },
      {
        words: '“Nobody told us <b>anything</b> & we waited.”',
        source: 'A passenger',
        cue: 'said:',
        speaker: 'A passenger',
        stance: 'said',
      },
    ],
    events: [
      { words: 'ran aground', type: 'DISASTER', day: '2026-04-07', place: 'Cuxhaven', score: 0.95 },
      { words: 'pull it free', type: 'OTHER', modality: 'planned', day: '2026-04-09', score: 0.92 },
      { words: 'handed over', type: 'OTHER', modality: 'planned', day: '2026-04-20', score: 0.9 },
    ],
    figures: [{ words: '84', of: 'people' }],
  }),
  made({
    id: 'post-1',
    outlet: 'Weser Post',
    published: '2026-04-08T07:30:00+02:00',
    headline: 'Stranded ferry: harbour master defends rescue',
    body: [
      'The ferry Wangerland ran aground off Cuxhaven on Tuesday. All 84 people on board were taken off.',
      '“We took everybody off within one hour,” harbour master Hanna Keller told reporters in Cuxhaven.',
      'The owner Nordlinie said it would pay for the hotels. An inspector boarded the ferry on Wednesday.',
    ],
    entities: [KELLER, { names: ['Nordlinie'], type: 'organization' }],
    places: [{ words: 'Cuxhaven', geonamesId: 2939658, country: 'DE', lat: 53.86, lon: 8.69 }],
    said: [
      {
        words: '“We took everybody off within one hour,”',
        source: 'Hanna Keller',
        cue: 'told',
        speaker: 'Hanna Keller',
        stance: 'said',
        score: 0.95,
      },
      {
        words: 'it would pay for the hotels',
        source: 'Nordlinie',
        cue: 'said',
        speaker: 'Nordlinie',
        kind: 'indirect',
        stance: 'said',
      },
    ],
    events: [
      { words: 'ran aground', type: 'DISASTER', day: '2026-04-07', place: 'Cuxhaven', score: 0.95 },
      { words: 'boarded the ferry', type: 'INVESTIGATE', day: '2026-04-08', score: 0.9 },
      { words: 'An inspector', type: 'OTHER', day: '2026-04-08', score: 0.3 },
    ],
    figures: [{ words: '84', of: 'people' }],
  }),
  made({
    id: 'wire-1',
    outlet: 'Coastal Wire',
    published: '2026-04-10T09:00:00+02:00',
    headline: 'Tugs free ferry off Cuxhaven',
    body: [
      'Two tugs pulled the ferry Wangerland free off Cuxhaven on Thursday, two days after it ran aground.',
      'Hanna Keller, the harbour master, said the ferry would stay in Cuxhaven. Divers may have found a crack on Friday.',
    ],
    entities: [KELLER],
    places: [{ words: 'Cuxhaven', geonamesId: 2939658, country: 'DE', lat: 53.86, lon: 8.69 }],
    said: [
      {
        words: 'the ferry would stay in Cuxhaven',
        source: 'Hanna Keller',
        cue: 'said',
        speaker: 'Hanna Keller',
        kind: 'indirect',
        stance: 'said',
        score: 0.9,
      },
    ],
    events: [
      { words: 'pulled the ferry Wangerland free', type: 'OTHER', day: '2026-04-09', place: 'Cuxhaven', score: 0.9 },
      { words: 'found a crack', type: 'OTHER', modality: 'possible', day: '2026-04-10', score: 0.5 },
    ],
  }),
]
