'use strict';

// Tables are sorted by a click on a heading. A cell is sorted by its key; cells without one stay at the end.
document.querySelectorAll('th button').forEach(button => button.addEventListener('click', () => {
    const heading = button.parentElement, headings = [...heading.parentElement.children];
    const body = heading.closest('table').tBodies[0], column = headings.indexOf(heading);
    const down = heading.getAttribute('aria-sort') === 'ascending';
    headings.forEach(other => other.removeAttribute('aria-sort'));
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const key = row => row.children[column].dataset.key;
    const order = (first, second) => {
        const a = key(first), b = key(second);
        if (a === '' || b === '') return (a === '') - (b === '');
        const difference = isNaN(a) || isNaN(b) ? a.localeCompare(b, undefined, { numeric: true }) : a - b;
        return down ? -difference : difference;
    };
    body.append(...[...body.rows].sort(order));
}));

function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function button(text, action) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', action);
    return made;
}

const fileName = text => text.trim().replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 80) || 'expomotif';

// Each table has a field that hides the rows without a text, and a button that saves the rows shown.
document.querySelectorAll('.scroll > table').forEach((table, number) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 2) return;
    const plain = cell => cell.innerText.replace(/\s+/g, ' ').trim();
    const texts = new Map();
    const tools = document.createElement('div'), field = document.createElement('input'), count = document.createElement('span');
    tools.className = 'tools';
    field.type = 'search';
    field.placeholder = 'Filter rows';
    field.setAttribute('aria-label', 'Show only rows with this text');
    count.setAttribute('aria-live', 'polite');
    field.addEventListener('input', () => {
        const wanted = field.value.trim().toLowerCase();
        let shown = 0;
        for (const row of rows) {
            if (!texts.has(row)) texts.set(row, [...row.cells].filter(c => c.dataset.key !== undefined).map(c => c.textContent).join(' ').toLowerCase());
            row.hidden = !texts.get(row).includes(wanted);
            shown += !row.hidden;
        }
        count.textContent = wanted ? shown + ' of ' + rows.length + ' rows' : '';
    });
    tools.append(field, button('Save as TSV', () => {
        const headings = [...table.tHead.rows[0].cells];
        const columns = [...headings.keys()].filter(i => headings[i].querySelector('button'));
        const lines = [columns.map(i => plain(headings[i]))];
        for (const row of table.tBodies[0].rows) {
            if (!row.hidden) lines.push(columns.map(i => plain(row.cells[i])));
        }
        const text = lines.map(cells => cells.join('\t')).join('\n') + '\n';
        save(new Blob([text], { type: 'text/tab-separated-values' }), fileName(document.title) + '-' + (number + 1) + '.tsv');
    }), count);
    table.parentElement.before(tools);
});

// A logo that is clicked, or has the focus when Enter is pressed, offers itself as SVG and as PNG.
const menu = document.createElement('div');
menu.className = 'save';
menu.hidden = true;
document.body.append(menu);

function pictureName(svg) {
    const title = svg.querySelector('title');
    return fileName(title ? title.textContent : '');
}

const svgBlob = svg => new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });

function savePng(svg) {
    const scale = 4, size = svg.viewBox.baseVal, picture = new Image();
    const width = size.width || svg.clientWidth, height = size.height || svg.clientHeight;
    const url = URL.createObjectURL(svgBlob(svg));
    picture.addEventListener('load', () => {
        const canvas = document.createElement('canvas');
        canvas.width = width * scale;
        canvas.height = height * scale;
        const paint = canvas.getContext('2d');
        paint.fillStyle = '#fff';
        paint.fillRect(0, 0, canvas.width, canvas.height);
        paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
        URL.revokeObjectURL(url);
        canvas.toBlob(blob => save(blob, pictureName(svg) + '.png'), 'image/png');
    });
    picture.src = url;
}

function offer(svg) {
    const place = svg.getBoundingClientRect();
    menu.replaceChildren(
        button('SVG', () => save(svgBlob(svg), pictureName(svg) + '.svg')),
        button('PNG', () => savePng(svg)));
    menu.hidden = false;
    menu.style.left = place.left + window.scrollX + 'px';
    menu.style.top = place.bottom + window.scrollY + 'px';
    menu.firstChild.focus({ preventScroll: true });
}

document.querySelectorAll('svg').forEach(svg => {
    svg.setAttribute('tabindex', '0');
    svg.addEventListener('click', () => offer(svg));
    svg.addEventListener('keydown', event => {
        if (event.key === 'Enter') offer(svg);
    });
});
document.addEventListener('pointerdown', event => {
    if (!menu.contains(event.target)) menu.hidden = true;
});
document.addEventListener('keydown', event => {
    if (event.key === 'Escape') menu.hidden = true;
});
