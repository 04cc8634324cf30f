import { withLabels } from '../../../src/plugins/gazette/admin/src/list-view/label-configuration';
import { keepMessages } from '../../../src/plugins/gazette/admin/src/translations/loaded';
import { messagesOf } from '../../../src/plugins/gazette/admin/src/translations/messages';
import { texts as en } from '../../../src/plugins/gazette/admin/src/translations/en';
import { texts as vi } from '../../../src/plugins/gazette/admin/src/translations/vi';

const configuration = (label: string, uid = 'plugin::gazette.directive') => ({
  contentType: { uid, metadatas: { kind: { edit: { label, editable: true }, list: { label, sortable: true } } } },
  components: {},
});

describe('the labels that Strapi stores with a content type', () => {
  beforeAll(() => {
    keepMessages('vi', messagesOf(vi));
    keepMessages('en', messagesOf(en));
  });

  it.each([
    ['the name of the attribute', 'kind', 'vi', 'Loại văn bản'],
    ['the name of the attribute', 'kind', 'en', 'Kind'],
    ['our label of another language', 'Loại văn bản', 'en', 'Kind'],
    ["an administrator's own", 'Thể loại', 'vi', 'Thể loại'],
    ["an administrator's own", 'Thể loại', 'en', 'Thể loại'],
  ])('%s, "%s", is shown in %s as "%s"', (_case, label, language, expected) => {
    expect(withLabels(configuration(label), language)).toEqual(configuration(expected));
  });

  it('are shown for components too', () => {
    const signer = (label: string) => ({
      component: { uid: 'gazette.task', metadatas: {} },
      components: {
        'gazette.signer': { uid: 'gazette.signer', metadatas: { capacity: { edit: { label }, list: {} } } },
      },
    });
    expect(withLabels(signer('capacity'), 'vi')).toEqual(signer('Quyền hạn ký'));
  });

  it('of other plugins stay as they are', () => {
    const members = configuration('kind', 'plugin::users-permissions.user');
    expect(withLabels(members, 'vi')).toEqual(members);
    for (const answer of [null, undefined, {}, { contentType: {} }]) expect(withLabels(answer, 'vi')).toEqual(answer);
  });
});
