// Search of a published site. It reads a few files of the index for each question: see docs/api.md.
(() => {
  const form = document.querySelector('form.search');
  if (!form) return;
  const {index: base, root, one, other, none, failed, page: pageText} = form.dataset;
  const input = form.querySelector('input');
  const status = form.querySelector('.status');
  const list = form.querySelector('.results');
  const RESULTS = 10;
  /** Words and gaps of a passage: before the first word found, and from it on. */
  const [BEFORE, PASSAGE] = [16, 60];
  /** Corrections of a word that are looked up, the most frequent ones. */
  const MAX_CORRECTIONS = 8;
  const language = document.documentElement.lang;

  /** Folds as the index does: lower case, no accents, ligatures expanded. */
  const LETTERS = {œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', ς: 'σ'};
  const fold = text =>
    text
      .normalize('NFKD')
      .replace(/[\p{M}\u00AD\u200B-\u200D\u2060]+/gu, '')
      .toLowerCase()
      .replace(/[œæßøłς]/g, letter => LETTERS[letter]);
  const wordsOf = text =>
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word.length > 1);

  const files = new Map();
  /** Reads a file of the index once. */
  const read = name => {
    if (!files.has(name))
      files.set(
        name,
        fetch(base + name).then(answer => {
          if (answer.ok) return answer.json();
          files.delete(name);
          throw new Error(answer.status);
        }),
      );
    return files.get(name);
  };
  const fileName = letters =>
    letters.replace(/[^a-z0-9]/gu, letter => `-${letter.codePointAt(0).toString(16)}`);

  /** Returns words with the number of their documents. */
  const readWords = async (folder, letters) => {
    const {starts, ends} = await read('index.json');
    if (!(folder === 'v' ? starts : ends).includes(letters)) return [];
    const [words, counts] = await read(`${folder}/${fileName(letters)}.json`);
    return words.split(' ').map((word, i) => ({word, count: counts[i]}));
  };

  /** True if two words differ by one letter that is missing, added, replaced or exchanged with its neighbour. */
  const isNear = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
    const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
    return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y === x[1] + x[0]);
  };

  /** Returns the words of the index that a word of the question stands for, with a factor for their weight. */
  const candidates = async word => {
    const near = await readWords('v', word.slice(0, 2));
    const exact = near.filter(one => one.word === word).map(one => ({...one, factor: 1}));
    const longer = near
      .filter(one => one.word !== word && one.word.startsWith(word) && word.length > 2)
      .sort((a, b) => b.count - a.count)
      .slice(0, 4)
      .map(one => ({...one, factor: 0.6}));
    if (exact.length + longer.length > 0 || word.length < 4) return [...exact, ...longer];
    const all = [...near, ...(await readWords('s', word.slice(-2)))];
    const found = new Map(all.filter(one => isNear(one.word, word)).map(one => [one.word, one]));
    const corrections = [...found.values()]
      .sort((a, b) => b.count - a.count)
      .slice(0, MAX_CORRECTIONS);
    // A rare correction, such as a badly scanned word, is no better than a frequent one.
    const total = corrections.reduce((sum, one) => sum + one.count, 0);
    return corrections.map(one => ({...one, total, factor: 0.5}));
  };

  const postingsOf = async (word, prefixes) => {
    if (prefixes.has(`${word}$`)) return (await read(`p/${fileName(word)}--.json`))?.[word] ?? [];
    for (let length = word.length; length > 1; length--)
      if (prefixes.has(word.slice(0, length)))
        return (await read(`p/${fileName(word.slice(0, length))}.json`))?.[word] ?? [];
    return [];
  };

  /**
   * Returns the numbers of documents, the best first: those with all words, else those with some. Of a very frequent word
   * the index lists only the best documents: such a word is not required, and a question of no others is answered in part.
   */
  const find = async question => {
    const {documents, prefixes, maxPostings = Infinity} = await read('index.json');
    const known = new Set(prefixes);
    const words = [...new Set(wordsOf(question))].slice(0, 8);
    const scores = new Map();
    const used = [];
    const corrections = [];
    await Promise.all(
      words.map(async word => {
        const own = new Map();
        const terms = await candidates(word);
        const required = terms.some(({count}) => count > maxPostings) ? 0 : 1;
        for (const {word: term, count, total, factor} of terms) {
          used.push(term);
          const postings = await postingsOf(term, known);
          if (total) corrections.push(new Set(postings.filter((_, i) => i % 2 === 0)));
          const rarity = Math.log(1 + documents / (total ?? count));
          for (let i = 0; i < postings.length; i += 2) {
            const score = Math.log(1 + postings[i + 1]) * rarity * factor;
            own.set(postings[i], Math.max(own.get(postings[i]) ?? 0, score));
          }
        }
        for (const [number, score] of own) {
          const {sum = 0, words: n = 0} = scores.get(number) ?? {};
          scores.set(number, {sum: sum + score, words: n + required});
        }
      }),
    );
    const most = Math.max(0, ...[...scores.values()].map(score => score.words));
    const numbers = [...scores]
      .filter(([, score]) => score.words === most)
      .sort(([a, x], [b, y]) => y.sum - x.sum || a - b)
      .map(([number]) => number);
    // The best document of each correction comes first: any of them may be the word that was meant.
    const firsts = corrections.flatMap(set => numbers.find(number => set.has(number)) ?? []);
    return {
      numbers: [...new Set([...firsts, ...numbers])],
      used,
      isPartial: most === 0 && numbers.length > 0,
    };
  };

  /** Returns the passage of a text that has the most of the words found, with the words marked. */
  const excerpt = (text, used) => {
    const paragraph = document.createElement('p');
    const parts = text.split(/([\p{L}\p{N}\p{M}]+)/u);
    const found = parts.map(part => {
      const word = fold(part);
      return used.has(word) ? word : '';
    });
    let [first, most] = [0, 0];
    found.forEach((word, i) => {
      if (!word) return;
      const {size} = new Set(found.slice(i, i + PASSAGE));
      if (size > most) [first, most] = [i, size];
    });
    const start = Math.max(0, first - BEFORE);
    const end = start + BEFORE + PASSAGE;
    if (start > 0) paragraph.append('… ');
    parts.slice(start, end).forEach((part, i) => {
      if (!found[start + i]) {
        paragraph.append(part);
        return;
      }
      const mark = document.createElement('mark');
      mark.textContent = part;
      paragraph.append(mark);
    });
    if (end < parts.length) paragraph.append(' …');
    return paragraph;
  };

  const show = async ({numbers, used}) => {
    const {perFile} = await read('index.json');
    const shown = await Promise.all(
      numbers.slice(0, RESULTS).map(async number => {
        const group = await read(`d/${Math.floor(number / perFile)}.json`);
        return group[number % perFile];
      }),
    );
    const words = new Set(used);
    return shown.map(([title, path, kind, text, page]) => {
      const item = document.createElement('li');
      item.className = 'row';
      const heading = document.createElement('h2');
      const link = document.createElement('a');
      link.href = root + path;
      link.textContent = title;
      heading.append(link);
      const facts = document.createElement('p');
      facts.className = 'facts';
      facts.textContent = page ? pageText.replace('{n}', page) : kind;
      item.append(heading, facts, excerpt(text, words));
      return item;
    });
  };

  let latest = 0;
  const search = async () => {
    const question = input.value.trim();
    const turn = ++latest;
    const address = new URL(location.href);
    if (question) address.searchParams.set('q', question);
    else address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    if (wordsOf(question).length === 0) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const found = await find(question);
      const items = await show(found);
      if (turn !== latest) return;
      list.replaceChildren(...items);
      const n = found.numbers.length;
      const count = new Intl.NumberFormat(language).format(n) + (found.isPartial ? '+' : '');
      const isOne = language === 'fr' ? n < 2 : n === 1;
      status.textContent = n === 0 ? none : (isOne ? one : other).replace('{n}', count);
    } catch {
      if (turn === latest) status.textContent = failed;
    }
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    void search();
  });
  let timer;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  });
  // Words may have been typed before this script was there.
  input.value ||= new URL(location.href).searchParams.get('q') ?? '';
  if (input.value) void search();
})();
