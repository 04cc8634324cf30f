const WORDS =
  'Huyện tập trung nạo vét kênh nội đồng trước mùa khô, bảo đảm nước ngọt cho hơn hai nghìn héc-ta lúa và vườn cây ăn trái của bà con.';

const paragraph = (number) => ({
  type: 'paragraph',
  children: [{ type: 'text', text: `${number}. ${WORDS} ${WORDS}` }],
});

/** An item of about 10 KB: as much text, and as many things linked, as an article of a district has. */
const bodyOf = (number) => [
  { __component: 'gazette.text', body: Array.from({ length: 8 }, (_, index) => paragraph(number * 10 + index)) },
];

/**
 * Makes the content that is measured, through the rules like any other: topics, tags, an author, an issuer, documents and
 * `count` articles.
 * @returns the articles' slugs
 */
exports.makeContent = async (strapi, count, say) => {
  const create = async (type, data, extra = {}) =>
    (await strapi.documents(`plugin::gazette.${type}`).create({ data, ...extra })).documentId;
  const topics = [];
  for (const name of ['Kinh tế', 'Văn hóa', 'Giáo dục', 'Y tế']) topics.push(await create('topic', { name }));
  const tags = [];
  for (const name of ['Hạn mặn', 'Lúa', 'Cầu đường', 'Trường học', 'Chợ']) tags.push(await create('tag', { name }));
  const author = await create('author', { name: 'Trần Thị Mai', role: 'Phóng viên' });
  const issuer = await create('issuer', {
    name: 'Ủy ban nhân dân huyện',
    code: 'UBND',
    level: 'district',
    branch: 'state',
  });
  const documents = [];
  for (let number = 1; number <= 8; number += 1)
    documents.push(
      await create(
        'directive',
        {
          symbol: `${number}/KH-UBND`,
          title: `Kế hoạch số ${number}`,
          kind: 'plan',
          issuedOn: '2024-01-0' + number,
          issuer,
        },
        { status: 'published' },
      ),
    );
  const slugs = [];
  for (let number = 0; number < count; number += 1) {
    const pick = (values, size) => Array.from({ length: size }, (_, index) => values[(number + index) % values.length]);
    const made = await strapi.documents('plugin::gazette.article').create({
      data: {
        title: `Tin số ${number} của huyện`,
        lead: WORDS,
        body: bodyOf(number),
        topics: pick(topics, 1),
        tags: pick(tags, 3),
        directives: pick(documents, 4),
        authorships: [{ author, position: null }],
        releasedAt: new Date(Date.UTC(2024, 0, 1) + number * 3_600_000).toISOString(),
      },
      locale: 'vi',
      status: 'published',
    });
    slugs.push(made.slug);
    if ((number + 1) % 100 === 0) say(`${number + 1} of ${count} articles`);
  }
  return slugs;
};
