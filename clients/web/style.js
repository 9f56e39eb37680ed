// How the card looks. One accent, warm greys, room to breathe; logical properties, so that it mirrors by itself. A legend
// is floated to lie inside its fieldset, where the fault's rule runs beside it too.

// The beginning of a card: its title and a question nobody has touched yet.
const first = `
:host {
  --accent: var(--cairn-accent, light-dark(#93482a, #eda888));
  --on-accent: var(--cairn-on-accent, light-dark(#fff, #2b1207));
  --surface: var(--cairn-surface, light-dark(#fffdf9, #262120));
  --sunken: var(--cairn-sunken, light-dark(#f5efe6, #322b29));
  --ink: var(--cairn-ink, light-dark(#2c2521, #f4ece4));
  --soft: var(--cairn-soft, light-dark(#6a5d54, #bfb1a6));
  --line: var(--cairn-line, light-dark(#d8cbbd, #51463f));
  --edge: light-dark(#8d7d70, #94867b);
  --fault: var(--cairn-fault, light-dark(#a1262c, #ffb3ad));
  --radius: var(--cairn-radius, 1.5rem);
  --tint: color-mix(in oklab, var(--accent) 12%, var(--surface));
  display: block;
  max-inline-size: 44rem;
  color-scheme: light dark;
  container-type: inline-size;
  font: 400 1rem/1.55 var(--cairn-font, ui-sans-serif, system-ui, 'Segoe UI', 'Noto Sans', sans-serif);
}
:host([theme=light]) { color-scheme: light }
:host([theme=dark]) { color-scheme: dark }
:host([hidden]), [hidden] { display: none !important }
*, ::before { box-sizing: border-box; margin: 0 }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

.card {
  position: relative;
  padding: clamp(1.5rem, 7cqi, 2.75rem);
  color: var(--ink);
  background: var(--surface);
  border-radius: var(--radius);
}
header { margin-block-end: 2.25rem }
.when { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; font-size: .875rem; color: var(--soft) }
.when span:first-child { font-weight: 600; color: var(--accent) }
h2 {
  margin-block: .5rem .6rem;
  font: 500 clamp(1.6rem, 6.2cqi, 2.1rem)/1.25 var(--cairn-heading-font, ui-serif, 'Iowan Old Style', Palatino, Georgia, 'Noto Serif', serif);
  letter-spacing: -.01em;
  text-wrap: balance;
  outline: none;
}
:lang(ar) h2, :lang(ja) h2, h2:lang(ar), h2:lang(ja) { letter-spacing: 0; line-height: 1.4 }
.words { max-inline-size: 34em; color: var(--soft); text-wrap: pretty }

.question { min-inline-size: 0; margin-block-end: 2rem; padding: 0; border: 0 }
legend, .question > label { display: block; padding: 0; margin-block-end: .8rem; font-weight: 600; text-wrap: pretty }
legend { float: inline-start; inline-size: 100% }
legend + * { clear: both }
.optional { margin-inline-start: .35em; font-size: .8125rem; font-weight: 400; color: var(--soft) }
.options { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(var(--least, 10rem), 100%), 1fr)); gap: .5rem }
.options:has([type=checkbox]) { --least: 8.5rem }
.pair { display: flex; flex-wrap: wrap; gap: .5rem }
.option { position: relative; display: flex; cursor: pointer }
.option input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer }
.option span {
  display: flex; flex: 1; align-items: center; gap: .7rem; min-block-size: 3rem; padding: .6rem 1rem;
  background: var(--sunken); border: 1px solid transparent; border-radius: .9rem;
  transition: background .2s, color .2s, border-radius .3s, box-shadow .2s;
}
.options span::before {
  content: ''; flex: none; inline-size: 1.2rem; block-size: 1.2rem;
  border: 1.5px solid var(--edge); border-radius: 50%; background: var(--surface); transition: border .15s;
}
.options [type=checkbox] + span::before { border-radius: .35rem }
.scale { display: grid; grid-template-columns: repeat(var(--narrow), 1fr); gap: .45rem; max-inline-size: calc(var(--wide) * 3.6rem) }
@container (inline-size > 36rem) { .scale { grid-template-columns: repeat(var(--wide), 1fr) } }
.scale span, .pair span { justify-content: center; padding-inline: .25rem; font-variant-numeric: tabular-nums }
.scale span { border-radius: 46% 54% 52% 48% / 54% 50% 50% 46% }
.scale .option:nth-child(3n+1) span { border-radius: 54% 46% 48% 52% / 48% 52% 48% 52% }
.scale .option:nth-child(3n+2) span { border-radius: 50% 50% 46% 54% / 52% 46% 54% 48% }
.pair .option { flex: 1 1 7rem; max-inline-size: 12rem }
input:not([type]), textarea {
  inline-size: 100%; padding: .75rem 1rem; font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--edge); border-radius: .9rem; resize: vertical;
}
input:not([type]) { max-inline-size: 12rem }
`;

// All that may become of it, read after the first paint, which it would hold up.
const further = `
.card {
  outline: 1px solid var(--line);
  outline-offset: -1px;
  box-shadow: var(--cairn-shadow, 0 1px 2px #3a2a1a14, 0 1.25rem 2.5rem -1.5rem #3a2a1a40);
}
.option:hover span { border-color: var(--edge) }
.option :checked + span { background: var(--tint); border-color: var(--accent) }
.options [type=radio]:checked + span::before { border: .38rem solid var(--accent) }
.options [type=checkbox]:checked + span::before {
  content: '✓' / ''; display: grid; place-items: center; font: 700 .85rem/1 system-ui; color: var(--on-accent);
  background: var(--accent); border-color: var(--accent);
}
.scale :checked + span, .pair :checked + span { background: var(--accent); color: var(--on-accent); font-weight: 600 }
.left { margin-block-start: .35rem; font-size: .875rem; color: var(--soft) }
.fault, .summary { margin-block-start: .6rem; font-weight: 500; color: var(--fault) }
.summary:empty { display: none }
.faulty { margin-inline-start: calc(-1rem - 3px); padding-inline-start: 1rem; border-inline-start: 3px solid var(--fault) }
.faulty :is(input:not([type]), textarea) { border-color: var(--fault) }
.clear { margin-block-start: .4rem }

.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; margin-block-start: 2.25rem }
button, summary { font: inherit; color: inherit; cursor: pointer }
button {
  min-block-size: 3rem; padding: .6rem 1.4rem; font-weight: 600;
  border: 1px solid transparent; border-radius: 3rem; background: none; transition: filter .15s, background .15s;
}
.primary { color: var(--on-accent); background: var(--accent) }
.primary:hover { filter: brightness(1.08) }
.secondary { border-color: var(--edge) }
.quiet { padding-inline: .8rem; font-weight: 500; color: var(--soft); text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .3em }
.secondary:hover, .menu button:hover { background: var(--sunken) }
.quiet:hover { color: var(--ink) }
[aria-disabled=true] { opacity: .6; cursor: progress }
:is(button, summary, input, textarea):focus-visible, .option input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px }
.later { position: relative }
@container (inline-size <= 36rem) { form .primary { flex: 1 0 100% } }
.menu {
  position: absolute; z-index: 1; inset-block-end: calc(100% + .5rem); inset-inline-start: 0; min-inline-size: 13rem; padding: .4rem;
  background: var(--surface); border: 1px solid var(--line); border-radius: 1.1rem; box-shadow: 0 1rem 2rem -.75rem #0006;
}
.menu button { display: block; inline-size: 100%; text-align: start; font-weight: 500; border-radius: .8rem }

.calm { display: grid; justify-items: center; padding-block: 1rem; text-align: center }
.calm .actions { justify-content: center; margin-block-start: 1.5rem }
.stones { inline-size: 7rem; block-size: 6.1rem; margin-block-end: .75rem; fill: var(--line) }
.stones path:last-child { fill: var(--accent) }
.stones path { animation: settle .6s cubic-bezier(.2, .9, .3, 1.15) backwards }
.stones path:nth-child(2) { animation-delay: .1s }
.stones path:nth-child(3) { animation-delay: .2s }
.stones path:nth-child(4) { animation-delay: .35s }
@keyframes settle { from { opacity: 0; transform: translateY(-.9rem) } }
.answers { inline-size: 100%; margin-block-start: 1.25rem; text-align: start }
dt { font-size: .875rem; color: var(--soft) }
dd { margin-block: .1rem .9rem; font-weight: 600; overflow-wrap: anywhere }
.banner { margin-block-end: 1.5rem; padding: .7rem 1.1rem; font-size: .9375rem; background: var(--sunken); border-inline-start: 4px solid var(--accent); border-radius: .5rem }

.skeleton { display: grid; gap: .9rem }
.skeleton span { block-size: 3rem; border-radius: 1rem; background: var(--sunken); animation: breathe 1.8s ease-in-out infinite alternate }
.skeleton .short { inline-size: 30%; block-size: .9rem }
.skeleton .title { inline-size: 75%; block-size: 2.2rem }
.skeleton .long { inline-size: 100%; block-size: .9rem; margin-block-end: 1.25rem }
@keyframes breathe { to { opacity: .45 } }

.history { margin-block-start: 2rem; padding-block-start: .75rem; border-block-start: 1px solid var(--line) }
.history > summary { font-weight: 600 }
summary { padding-block: .6rem; border-radius: .5rem }
ul { padding: 0; list-style: none }
li { border-block-end: 1px solid var(--line) }
li summary::marker { color: var(--soft) }
li summary span { vertical-align: middle }
.line { padding-block: .6rem }
.state { margin-inline-start: .75rem; padding: .1rem .7rem; font-size: .8125rem; color: var(--soft); background: var(--sunken); border-radius: 1rem }
.state.completed { color: var(--accent); background: var(--tint) }
.history .answers { margin-block: .25rem .75rem; padding-inline-start: 1rem }

@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important } }
@media (forced-colors: active) {
  .option span, .menu, button { border-color: ButtonBorder }
  .option :checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none }
  .stones { fill: CanvasText }
  .skeleton span { border: 1px solid }
}
`;

const sheetOf = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};
const sheets = [sheetOf(first)];

/** For the first paint. */
export const firstSheets = () => sheets;

/** For every state; read when they are first asked for. */
export const allSheets = () => {
  sheets[1] ??= sheetOf(further);
  return sheets;
};
