// How long npm's juice takes to move style sheets into pages: `node docs/juice.js FOLDER`, which holds N.html and N.css.
// Prints the median of forty rounds in milliseconds; juice is found by NODE_PATH.
const fs = require('fs');
const juice = require('juice');

const folder = process.argv[2];
const pages = fs.readdirSync(folder).filter((name) => name.endsWith('.css')).map((name) => {
  const path = `${folder}/${name.slice(0, -4)}`;
  const html = fs.readFileSync(`${path}.html`, 'utf8').replace(/<style>[^]*?<\/style>/g, '');
  return { html, css: fs.readFileSync(`${path}.css`, 'utf8') };
});
const times = [];
for (let round = 0; round < 40; round++) {
  const start = process.hrtime.bigint();
  for (const { html, css } of pages) juice.inlineContent(html, css);
  times.push(Number(process.hrtime.bigint() - start) / 1e6);
}
times.sort((a, b) => a - b);
console.log(`juice on the same pages: ${times[times.length / 2].toFixed(1)}`);
