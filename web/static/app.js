/* One script for every page: sources open beside the answer, answers can be copied with their
   sources, and what gradio leaves unsaid to a screen reader is said. Every link works without it. */
(() => {
  'use strict';
  const wide = matchMedia('(min-width: 1000px)');
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isSource = a => a && a.origin === location.origin && a.pathname.startsWith('/source/') && !('full' in a.dataset);
  const seen = href => all('a[href]').find(a => a.getAttribute('href') === href && a.offsetParent && !a.closest('#source-panel'));

  /* ---- the source panel ---- */
  let panel = null, opener = null, inHistory = false, asked = 0;

  function makePanel() {
    if (panel && panel.isConnected) return panel;
    panel = document.createElement('dialog');
    panel.id = 'source-panel';
    panel.setAttribute('aria-labelledby', 'source-title');
    panel.innerHTML = '<div class="panel-bar"><span>Source</span><button type="button" class="panel-close">Close</button></div><div class="panel-body" tabindex="-1"></div>';
    document.body.append(panel);
    one('.panel-close', panel).addEventListener('click', () => closePanel());
    panel.addEventListener('cancel', event => { event.preventDefault(); closePanel(); });
    return panel;
  }

  const show = () => { wide.matches ? panel.show() : panel.showModal(); };

  async function openSource(link) {
    const body = one('.panel-body', makePanel()), mine = ++asked, href = link.getAttribute('href');
    opener = href;
    markCurrent(href);
    body.innerHTML = '<p role="status" id="source-title">Opening the source…</p>';
    if (!panel.open) {
      show();
      document.documentElement.classList.add('source-open');
      history.pushState({ ...(history.state || {}), source: 1 }, '');
      inHistory = true;
      if (wide.matches) requestAnimationFrame(() => link.isConnected && link.scrollIntoView({ block: 'nearest' }));
    }
    const fragment = await fetchFragment(link.pathname, link.href);
    if (mine !== asked || !panel.open) return;
    body.innerHTML = fragment;
    body.scrollTop = 0;
    one('#source-title', body)?.focus({ preventScroll: true });
    await one('.page-sheet img', body)?.decode?.().catch(() => {});
    toHighlight(body);
    await findMarks(body);
  }

  /* The words on a scanned page take seconds to find: the page is shown meanwhile. */
  async function findMarks(body) {
    const pending = one('[data-marks]', body), sheet = one('.page-sheet', body);
    if (!pending) return;
    const marks = await fetch(pending.dataset.marks).then(reply => reply.ok ? reply.json() : [], () => []);
    if (!pending.isConnected) return;  // another source was opened meanwhile
    for (const mark of marks) {
      const box = Object.assign(document.createElement('div'), { className: 'page-box' });
      for (const side of ['left', 'top', 'width', 'height']) box.style[side] = `${mark[side]}%`;
      sheet.append(box);
    }
    pending.remove();
    one('#not-located', body).hidden = marks.length > 0;
    if (marks.length) toHighlight(body);
  }

  async function fetchFragment(path, href) {
    try {
      const reply = await fetch(path + '?fragment=1', { credentials: 'same-origin' });
      if (reply.ok || reply.status === 404 || reply.status === 503) return await reply.text();
    } catch { /* said below */ }
    return `<h2 id="source-title" tabindex="-1">The source could not be opened</h2><p>Check that Footnote is still running, or <a data-full href="${href}" target="_blank" rel="noopener">open it in a new tab</a>.</p>`;
  }

  function toHighlight(within) {
    const sheet = one('.page-scroll', within), boxes = all('.page-box, .page-scroll mark', within);
    if (!sheet || !boxes.length) return;
    const frame = sheet.getBoundingClientRect(), places = boxes.map(box => box.getBoundingClientRect());
    sheet.scrollTop += Math.min(...places.map(place => place.top)) - frame.top - frame.height / 4;
    sheet.scrollLeft += Math.min(...places.map(place => place.left)) - frame.left - 44;  // with the paragraph's number
  }

  function markCurrent(href) {
    all('a.cite').forEach(a => a.getAttribute('href') === href ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current'));
  }

  function closePanel(byBack = false) {
    if (!panel?.open) return;
    asked++;
    panel.close();
    document.documentElement.classList.remove('source-open');
    markCurrent(null);
    if (inHistory && !byBack) history.back();
    inHistory = false;
    (seen(opener) || one('#question textarea'))?.focus();
  }

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (!isSource(link) || link.closest('.plain-page') || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    openSource(link);
  }, true);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && panel?.open) { event.preventDefault(); closePanel(); }
  });
  addEventListener('popstate', event => {
    if (panel?.open) { event.stopImmediatePropagation(); closePanel(true); }
  }, true);
  wide.addEventListener('change', () => {
    if (!panel?.open) return;  // a tablet was turned
    panel.close();
    show();
    one('#source-title', panel)?.focus({ preventScroll: true });
  });
  addEventListener('DOMContentLoaded', () => { if (one('.plain-page')) toHighlight(document); });

  /* ---- copying an answer with its sources and the caution ---- */
  function plainCopy(answer) {
    const body = answer.cloneNode(true), sources = new Map();
    all('.vh, .copy-answer', body).forEach(part => part.remove());
    all('a.cite', body).forEach(a => sources.set(a.textContent.trim(), a.href));
    all('blockquote, h3, p, li', body).forEach(part => part.append('\n'));
    const words = body.textContent.replace(/[ \t]+/g, ' ').replace(/ *\n\s*/g, '\n\n').trim();
    const question = answer.dataset.question ? `${answer.dataset.question}\n\n` : '';
    const list = [...sources].map(([number, href]) => `${number} ${href}`).join('\n');
    return `${question}${words}\n\n${list ? `Sources\n${list}\n\n` : ''}${one('#caution')?.innerText.trim() || ''}\n`;
  }

  async function copyText(text) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* not a secure page */ }
    const box = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(box);
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    return done;
  }

  document.addEventListener('click', async event => {
    const button = event.target.closest?.('.copy-answer');
    if (!button) return;
    const copied = await copyText(plainCopy(button.parentElement));
    button.textContent = copied ? 'Copied' : 'Could not copy';
    say(copied ? 'Answer copied with its sources' : 'The answer could not be copied');
    setTimeout(() => { button.textContent = COPY; }, 2500);
  });
  const COPY = 'Copy with sources';

  /* ---- what is said to a screen reader ---- */
  const live = Object.assign(document.createElement('div'), { id: 'said', className: 'vh' });
  live.setAttribute('role', 'status');
  const say = text => { live.textContent = ''; setTimeout(() => { live.textContent = text; }, 50); };

  let kept = null, awaited = 0, moved = false;  // awaited: how many questions there will be, 0 when none is
  const questions = () => all('#chat .user.message');
  const submitted = () => { awaited = questions().length + 1; moved = false; };
  document.addEventListener('click', event => { if (event.target.closest?.('#ask, #examples button')) submitted(); }, true);
  document.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target.closest?.('#question')) submitted(); }, true);
  for (const gesture of ['wheel', 'touchmove']) addEventListener(gesture, () => { moved = true; }, { passive: true });
  document.addEventListener('focusin', event => {
    const link = event.target.closest?.('a[href]');
    kept = isSource(link) && !link.closest('#source-panel') ? { link, href: link.getAttribute('href') } : null;
  });

  function repair() {
    if (document.documentElement.lang === 'en') document.documentElement.lang = 'en-GB';
    if (!one('#question')) return;
    if (!live.isConnected) document.body.append(live);
    const busy = !!one('#stop')?.offsetParent;
    repairChat(busy);
    repairBox();
    if (kept && !kept.link.isConnected && document.activeElement === document.body) {
      const again = seen(kept.href);  // streaming made the link anew
      if (again) { kept.link = again; again.focus({ preventScroll: true }); }
    }
    if (awaited) followAnswer(busy);
  }

  /* Keep the question just asked at the top while its answer comes, unless the reader scrolls. */
  function followAnswer(busy) {
    if (problemSaid()) awaited = 0;
    if (!awaited || questions().length < awaited) return;
    if (!moved) questions().at(-1).scrollIntoView({ block: 'start' });
    const answers = all('#chat .bot.message').filter(part => part.innerText.trim() && !one('.working', part));
    if (busy || answers.length < awaited) return;
    awaited = 0;
    say('The answer is ready');
    if (document.activeElement !== document.body) return;  // the Ask button has been away
    set(questions().at(-1), 'tabindex', '-1');
    questions().at(-1).focus({ preventScroll: true });
  }

  /* Only what differs is set: every change calls the observer again. */
  const set = (part, name, value) => { if (part && part.getAttribute(name) !== value) part.setAttribute(name, value); };

  function repairChat(busy) {
    set(one('#chat [role=log]'), 'aria-busy', String(busy));
    all('#chat [data-testid=bot][aria-label]:not([role]), #chat [data-testid=user][aria-label]:not([role])').forEach(part => part.removeAttribute('aria-label'));
    let question = '';
    all('#chat .user.message, #chat .bot.message').forEach(part => {
      const isAnswer = part.classList.contains('bot');
      set(part, 'role', 'article');
      set(part, 'aria-label', isAnswer ? 'Answer' : 'You asked');
      if (!isAnswer) { question = part.innerText.trim(); return; }
      if (part.dataset.question !== question) part.dataset.question = question;
      offerCopy(part);
    });
  }

  function offerCopy(answer) {
    const offered = one('.copy-answer', answer), due = !!one('a.cite', answer);
    if (!due) { offered?.remove(); return; }
    if (offered) return;
    answer.append(Object.assign(document.createElement('button'), { type: 'button', className: 'copy-answer', textContent: COPY }));
  }

  const problemSaid = () => !!one('#question-problem p')?.innerText.trim();

  function repairBox() {
    const box = one('#question textarea'), problem = one('#question-problem');
    if (!box || !problem) return;
    set(problem, 'role', 'alert');
    set(box, 'aria-describedby', 'question-problem');
    set(box, 'aria-invalid', String(problemSaid()));
  }

  document.addEventListener('click', event => {
    const isTouch = matchMedia('(pointer: coarse)').matches;  // where focus would raise the keyboard
    if (!isTouch && event.target.closest?.('#clear, #stop')) setTimeout(() => one('#question textarea')?.focus({ preventScroll: true }), 300);
  });

  let due = 0;
  new MutationObserver(() => { cancelAnimationFrame(due); due = requestAnimationFrame(repair); })
    .observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['aria-label', 'class'] });
  addEventListener('DOMContentLoaded', repair);
})();
