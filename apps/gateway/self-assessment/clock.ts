/** What the clock says, and to whom. */
interface Voice {
  readonly say: (key: string) => string
  readonly tell: (key: string) => void
}

/** Lets the clock of a step run and rest. It tells that one minute is left and that the time is over, and closes nothing. */
export function startClock(section: HTMLElement, { say, tell }: Voice): void {
  const button = section.querySelector<HTMLButtonElement>('[data-clock]')
  const left = section.querySelector<HTMLElement>('[data-left]')
  if (button === null || left === null) throw new TypeError('a step has no clock')
  let leftMs = Number(section.dataset.minutes) * 60_000
  let since: number | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  let toldLast = leftMs <= 60_000

  const show = () => {
    const ms = remaining()
    const seconds = Math.max(0, Math.ceil(ms / 1000))
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    if (!toldLast && ms <= 60_000 && ms > 0) {
      toldLast = true
      tell('page.one-left')
    }
    if (ms > 0) return
    rest()
    button.disabled = true
    tell('page.over')
  }
  const remaining = () => leftMs - (since === undefined ? 0 : performance.now() - since)
  const rest = () => {
    leftMs = remaining()
    since = undefined
    clearInterval(timer)
    button.textContent = say('page.start')
  }
  button.addEventListener('click', () => {
    if (since !== undefined) return rest()
    since = performance.now()
    timer = setInterval(show, 250)
    button.textContent = say('page.pause')
  })
}
