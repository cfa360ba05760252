// Keys and the source beside a line. Every page works whole without this script.
const KEY_VIEWS = () => [...document.querySelectorAll('nav.views a')]
const steps = () => [...document.querySelectorAll('[data-step]')].filter((step) => step.getClientRects().length > 0)
const here = () => document.querySelector('[data-step].here')

const typing = (target) => target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

function stand(step) {
  if (!step) return
  here()?.classList.remove('here')
  step.classList.add('here')
  step.setAttribute('tabindex', '-1')
  step.focus({ preventScroll: true })
  step.scrollIntoView({ block: 'nearest' })
}

// The next step down or up from the one that is marked; from the top of the window where none is.
function move(by) {
  const all = steps()
  const at = all.indexOf(here())
  if (at >= 0) return stand(all[at + by])
  const below = all.findIndex((step) => step.getBoundingClientRect().bottom > 60)
  stand(all[Math.max(0, below)])
}

function openOrClose() {
  const fold = here()?.querySelector('details')
  if (fold) fold.open = !fold.open
}

const citation = () => (here() ?? document).querySelector('a.cite')

function close() {
  const beside = document.querySelector('.beside')
  beside?.remove()
  if (!beside) return
  here()?.focus({ preventScroll: true })
  here()?.scrollIntoView({ block: 'center' })
}

// The article of a citation beside the line: the same page's own article, its links and forms left out.
async function beside() {
  const link = citation()
  if (!link) return
  close()
  const answer = await fetch(link.href)
  if (!answer.ok) return
  const other = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const paper = other.querySelector('article.paper')
  if (!paper) return
  for (const form of paper.querySelectorAll('form, details')) form.remove()
  for (const one of paper.querySelectorAll('[data-step]')) one.removeAttribute('data-step')
  const panel = document.createElement('aside')
  panel.className = 'beside'
  panel.tabIndex = -1
  panel.setAttribute('aria-label', 'Source')
  const button = document.createElement('button')
  button.className = 'btn'
  button.textContent = 'close'
  button.addEventListener('click', close)
  const top = document.createElement('p')
  top.className = 'top'
  top.append(button)
  panel.append(top, paper)
  document.body.append(panel)
  // The page makes room for it, which moves the line.
  here()?.scrollIntoView({ block: 'center' })
  panel.querySelector('mark')?.scrollIntoView({ block: 'center' })
  panel.focus({ preventScroll: true })
}

function follow(selector) {
  const link = document.querySelector(selector)
  if (link) link.click()
}

let going = false
function go(key) {
  const link = KEY_VIEWS().find((view) => view.textContent.trim().toLowerCase().startsWith(key))
  if (link) link.click()
  else if (key === 'a') follow('.brand')
}

const ADDED = ['quantities', 'events', 'attributions', 'mentions', 'times']

// The button or link of the line that is marked, or of the one line that a page is about.
function said(key) {
  const button = (here() ?? document.querySelector('.now'))?.querySelector(`[data-key=${key}]`)
  button?.click()
  return button !== null && button !== undefined
}

const KEYS = {
  j: () => said('j') || move(1),
  k: () => said('k') || move(-1),
  o: beside,
  Enter: openOrClose,
  '[': () => follow('a[rel=prev]'),
  ']': () => follow('a[rel=next]'),
  ...Object.fromEntries(['y', 'n', 'e', 's', 'b'].map((key) => [key, () => said(key)])),
  u: () => document.querySelector('.now [data-key=u], .toast [data-key=u], #done button')?.click(),
  '/': () => document.querySelector('input[type=search]')?.focus(),
  '?': () => location.assign('/keys'),
  Escape: close,
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [n, () => addSelected(ADDED[n - 1])])),
  g: () => {
    going = true
    setTimeout(() => {
      going = false
    }, 1200)
  },
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || (typing(event.target) && event.key !== 'Escape')) return
  // Enter on a link or a button is theirs.
  if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary')) return
  if (going && event.key.length === 1) {
    going = false
    event.preventDefault()
    return go(event.key.toLowerCase())
  }
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined
  if (!act) return
  event.preventDefault()
  act()
})

// Words selected in a paragraph go into the form that is open under it.
document.addEventListener('selectionchange', () => {
  const field = document.querySelector('[data-words]')
  const chosen = document.getSelection()
  const words = chosen?.toString().trim() ?? ''
  const paragraph = field && document.getElementById(field.dataset.words)
  if (field && words && paragraph?.contains(chosen.anchorNode) && paragraph.contains(chosen.focusNode)) field.value = words
})

// Words selected in any other paragraph may be added: a button beside them, or a figure, opens that paragraph's form with them.

function selected() {
  const chosen = document.getSelection()
  const words = chosen?.toString().trim()
  const paragraph = words ? chosen.anchorNode?.parentElement?.closest('.paper .para') : null
  return paragraph?.contains(chosen.focusNode) ? { words, paragraph, range: chosen.getRangeAt(0) } : undefined
}

function addSelected(as) {
  const row = as ? document.querySelector(`.pop [data-as=${as}]`) : null
  const found = selected()
  const link = found?.paragraph.querySelector('a.at')
  if (row && (!found || document.querySelector('[data-words]')?.dataset.words === found.paragraph.id))
    return row.querySelector('input, select, button')?.focus()
  if (!link) return
  const to = new URL(link.href)
  to.searchParams.set('words', found.words)
  if (as) to.searchParams.set('as', as)
  location.assign(to)
}

function offer() {
  document.querySelector('.pick')?.remove()
  const found = selected()
  if (!found || document.querySelector('[data-words]')?.dataset.words === found.paragraph.id) return
  const place = found.range.getBoundingClientRect()
  const button = document.createElement('button')
  button.className = 'btn pick'
  button.textContent = 'Add what the machine missed'
  button.style.left = `${Math.max(8, Math.min(place.left, innerWidth - 240)) + scrollX}px`
  button.style.top = `${place.bottom + 6 + scrollY}px`
  button.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('click', () => addSelected(''))
  document.body.append(button)
}

document.addEventListener('pointerup', () => setTimeout(offer))
document.addEventListener('keyup', (event) => event.shiftKey && offer())
// Once the page stands: going to the form by its anchor takes the focus away.
addEventListener('load', () => document.querySelector('.pop [data-chosen] :is(input, select)')?.focus())

// A box of a found sentence puts it into the basket at once; without script the form's button does.
document.addEventListener('change', async ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.dataset.keep === undefined) return
  const { token, back } = target.form.elements
  const body = new URLSearchParams({ token: token.value, back: back.value, shown: target.value })
  if (target.checked) body.append('keep', target.value)
  const answer = await fetch('/basket', { method: 'POST', body })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const basket = page.getElementById('basket')
  if (answer.ok && basket) document.getElementById('basket').replaceWith(basket)
  else target.form.requestSubmit()
})

// An address that names a folded line opens its folds; one that names a line of another page leads there.
function unfold() {
  const line = /^#([a-z][0-9a-f]{10})$/.exec(location.hash)?.[1]
  const asked = new URL(location.href)
  if (line && document.querySelector('.leaves') && !document.getElementById(line) && asked.searchParams.get('line') !== line) {
    asked.searchParams.set('line', line)
    return location.replace(asked)
  }
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
  if (target?.tagName === 'DETAILS') target.open = true
  target?.scrollIntoView({ block: target.id === 'lit' ? 'center' : 'nearest' })
}
addEventListener('hashchange', unfold)
unfold()

// Files dropped on the form that takes them are sent at once.
for (const form of document.querySelectorAll('form[data-drop]')) {
  const input = form.querySelector('input[type=file]')
  form.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.classList.add('over')
  })
  form.addEventListener('dragleave', () => form.classList.remove('over'))
  form.addEventListener('drop', (event) => {
    event.preventDefault()
    form.classList.remove('over')
    if (event.dataTransfer.files.length === 0) return
    input.files = event.dataTransfer.files
    form.requestSubmit()
  })
}

// How far an addition has come: at each news the page is asked again, and its moving parts are put in place of the old ones.
const live = document.querySelector('[data-live]')
if (live) {
  const news = new EventSource(live.dataset.live)
  const renew = async (ended) => {
    const answer = await fetch(location.href)
    if (!answer.ok) return
    const other = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const part of live.querySelectorAll('[data-renew]'))
      part.replaceChildren(...other.querySelector(`[data-renew=${part.dataset.renew}]`).childNodes)
    if (ended) live.querySelector('.going')?.remove()
  }
  news.addEventListener('progress', () => renew(false))
  news.addEventListener('done', () => {
    news.close()
    renew(true)
  })
  // A page that is left and come back to asks again.
  addEventListener('pagehide', () => news.close())
}
