// Small invented documents with gold and a faulty prediction, for the scorers' tests.

const said = 'The bridge at Orlava will close, said mayor Ines Tomar. “We had no choice,” she added on Monday.'
const span = (text: string, words: string, extra: object = {}) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, ...extra }
}

export const pages = {
  gold: [
    {
      id: 'one',
      gold: {
        body: 'The bridge at Orlava will close on Monday for repairs. Traffic goes by Lesna.',
        headline: 'Bridge to close',
        authors: ['Ada Roth', 'Piet Vaan'],
        published: '2026-03-02T09:00:00+01:00',
        standfirst: 'Repairs begin at last',
        captions: [{ caption: 'The old bridge over the Orla in late winter light', credit: 'Ada Roth' }],
      },
    },
    {
      id: 'two',
      gold: { body: 'Rain fell.', headline: 'Rain', authors: ['Bo Lind'], published: '2026-03-03', captions: [] },
    },
  ],
  predicted: [
    {
      id: 'one',
      body: 'Repairs begin at last The bridge at Orlava will close on Monday for repairs. Read more',
      headline: 'Bridge  to close',
      authors: ['By Ada Roth'],
      published: '2026-03-02T08:00:00Z',
      standfirst: 'Repairs begin',
      captions: [
        { caption: 'The old bridge over the Orla in late winter', credit: 'Ada Roth' },
        { caption: 'Advertisement' },
      ],
    },
    { id: 'two', body: 'Rain fell.', headline: 'Rain', authors: [], published: '2026-03-04' },
  ],
}

export const sentences = {
  gold: [
    {
      id: 'one',
      text: said,
      sentences: [
        { start: 0, end: 56 },
        { start: 56, end: said.length },
      ],
    },
  ],
  predicted: [
    {
      id: 'one',
      sentences: [
        [0, 55],
        [56, 75],
        [75, said.length],
      ] as [number, number][],
    },
  ],
}

export const names = {
  gold: [
    {
      id: 'one',
      text: said,
      mentions: [span(said, 'Orlava', { type: 'location' }), span(said, 'Ines Tomar', { type: 'person' })] as never[],
    },
  ],
  predicted: [
    {
      id: 'one',
      mentions: [
        span(said, 'Orlava', { type: 'location', score: 0.95 }),
        span(said, 'mayor Ines Tomar', { type: 'person', score: 0.8 }),
        span(said, 'she', { type: 'person', form: 'pronoun', score: 0.9 }),
      ] as never[],
    },
  ],
}

export const attributions = {
  gold: [
    {
      id: 'one',
      text: said,
      attributions: [
        {
          source: [span(said, 'mayor Ines Tomar')],
          cue: [span(said, 'said')],
          content: [span(said, 'The bridge at Orlava will close')],
          kind: 'indirect',
        },
        {
          source: [span(said, 'she')],
          cue: [span(said, 'added')],
          content: [span(said, '“We had no choice,”')],
          kind: 'direct',
        },
      ],
    },
  ],
  predicted: [
    {
      id: 'one',
      attributions: [
        {
          source: [span(said, 'Ines Tomar')],
          cue: [span(said, 'said')],
          content: [span(said, 'bridge at Orlava will close')],
          kind: 'indirect',
        },
        {
          source: [span(said, 'she')],
          cue: [span(said, 'added')],
          content: [span(said, 'We had no choice')],
          kind: 'direct',
        },
        { source: [], cue: [], content: [span(said, 'Monday')], kind: 'indirect' },
      ],
    },
  ],
}

export const times = {
  gold: [
    {
      id: 'one',
      times: [
        { start: 10, end: 16, type: 'DATE', value: '2026-03-02' },
        { start: 20, end: 30, type: 'DURATION', value: 'P2D' },
      ],
    },
  ],
  predicted: [
    {
      id: 'one',
      times: [
        { start: 10, end: 16, type: 'DATE', value: '2026-03-09' },
        { start: 22, end: 30, type: 'DURATION', value: 'P2D' },
        { start: 40, end: 44, type: 'TIME', value: '2026-03-02T10:00' },
      ],
    },
  ],
}

export const events = {
  gold: [
    {
      id: 'one',
      sentences: [{ start: 0, end: 50, annotated: true }],
      events: [
        { start: 5, end: 9 },
        { start: 20, end: 26 },
        { start: 60, end: 66 },
      ],
    },
  ],
  predicted: [
    {
      id: 'one',
      events: [
        { start: 5, end: 9 },
        { start: 21, end: 26 },
        { start: 30, end: 35 },
        { start: 60, end: 66 },
      ],
    },
  ],
}

export const places = {
  gold: [
    {
      id: 'one',
      places: [
        { start: 0, end: 6, lat: 45.4, lon: 28.0, geonamesId: 11 },
        { start: 10, end: 15, lat: 44.4, lon: 26.1, geonamesId: 12 },
        { start: 20, end: 25, lat: null, lon: null, geonamesId: null },
      ],
    },
  ],
  predicted: [
    {
      id: 'one',
      places: [
        { start: 0, end: 6, lat: 45.9, lon: 28.0, geonamesId: 99 },
        { start: 10, end: 15, lat: 50.0, lon: 26.1, geonamesId: 12 },
        { start: 20, end: 25, lat: 1, lon: 1 },
        { start: 30, end: 35, lat: 2, lon: 2 },
      ],
    },
  ],
}

export const stories = {
  gold: ['a', 'a', 'a', 'b', 'b'].map((story, i) => ({ id: `${i}`, story })),
  predicted: ['x', 'x', 'y', 'y', 'y'].map((story, i) => ({ id: `${i}`, story })),
}

/** The example of Pradhan et al. 2014: key {abc}{defg}, response {ab}{cd}{fghi}. */
export const chains = {
  gold: [{ id: 'one', chains: ['abc', 'defg'].map(lettersOf) }],
  predicted: [{ id: 'one', chains: ['ab', 'cd', 'fghi'].map(lettersOf) }],
}

function lettersOf(letters: string): { start: number; end: number }[] {
  return [...letters].map((letter) => ({ start: letter.charCodeAt(0), end: letter.charCodeAt(0) + 1 }))
}
