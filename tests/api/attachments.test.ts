import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiToken, createAdmin, startApp, type TestApp } from '../support';

const DIRECTIVE = 'plugin::gazette.directive';
const folder = path.resolve(__dirname, '../../database/sample/files');
const FIRST = readFileSync(path.join(folder, 'ke-hoach-94-kh-hu.pdf'));
const SECOND = readFileSync(path.join(folder, 'nghi-quyet-38-nq-hdnd.pdf'));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('the files of a document', () => {
  let app: TestApp;
  let token: string;
  let documentId: string;
  let fileId: number;

  beforeAll(async () => {
    app = await startApp();
    token = await apiToken(app);
    const { body } = await app.request
      .post('/api/upload')
      .set('Authorization', `Bearer ${token}`)
      .attach('files', FIRST, { filename: 'ke-hoach.pdf', contentType: 'application/pdf' })
      .expect(201);
    fileId = body[0].id;
    const issuer = await app.strapi
      .documents('plugin::gazette.issuer')
      .create({ data: { name: 'Huyện ủy', code: 'HU' } });
    const made = await app.strapi.documents(DIRECTIVE).create({
      data: {
        symbol: '94-KH/HU',
        title: 'Kế hoạch',
        kind: 'plan',
        issuedOn: '2023-08-31',
        issuer: issuer.documentId,
        attachments: [{ file: fileId, title: 'Bản ký', official: true, pages: 3 }],
      },
      status: 'published',
    });
    ({ documentId } = made);
  });

  afterAll(() => app.stop());

  const attachment = async () =>
    (await app.request.get(`/api/directives/${documentId}`).expect(200)).body.data.attachments[0];

  it('are shown with their length and their SHA-256', async () => {
    expect(await attachment()).toEqual({
      title: 'Bản ký',
      url: expect.stringMatching(/^http:\/\/localhost:1337\/uploads\/.*\.pdf$/),
      mime: 'application/pdf',
      size: FIRST.length,
      sha256: sha256(FIRST),
      pages: 3,
      official: true,
      accessible: false,
    });
  });

  it('keep their SHA-256 when only their name changes, and get another with other bytes', async () => {
    const upload = app.strapi.plugin('upload').service('upload');
    await upload.updateFileInfo(fileId, { name: 'Tên khác.pdf' });
    expect((await attachment()).sha256).toBe(sha256(FIRST));
    const { jwt } = await createAdmin(app);
    await app.request
      .post(`/upload?id=${fileId}`)
      .set('Authorization', `Bearer ${jwt}`)
      .field('fileInfo', JSON.stringify({ name: 'Tên khác.pdf' }))
      .attach('files', SECOND, { filename: 'khac.pdf', contentType: 'application/pdf' })
      .expect(200);
    expect(await attachment()).toMatchObject({ size: SECOND.length, sha256: sha256(SECOND) });
  });
});
