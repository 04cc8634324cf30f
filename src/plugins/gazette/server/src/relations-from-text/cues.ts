import { typeCodes } from '../symbols';
import type { RelationType } from '../legal-status';
import type { WordStream } from './words';

/**
 * How a verb is built. `active` takes the document as its object ("bãi bỏ Quyết định ..."), `state` says it of its
 * subject ("Quyết định ... hết hiệu lực"), `either` does both ("chấm dứt hiệu lực").
 */
export type VerbShape = 'active' | 'state' | 'either';

export type Cue =
  | { kind: 'verb'; type: RelationType; shape: VerbShape; continues?: true; phraseOnly?: true }
  | { kind: 'block'; block: 'proposal' | 'directive' | 'condition' | 'future' }
  | { kind: 'document' }
  | {
      kind:
        | 'negation'
        | 'past'
        | 'passive'
        | 'nominal'
        | 'affair'
        | 'instruction'
        | 'predicate'
        | 'decision'
        | 'when'
        | 'day'
        | 'apart'
        | 'about'
        | 'title'
        | 'and'
        | 'but'
        | 'partly'
        | 'list'
        | 'glue'
        | 'enclosed'
        | 'thing'
        | 'self'
        | 'plain';
    };

type CueKind = Exclude<Cue['kind'], 'verb' | 'block' | 'document'>;

const phrases: [string, Cue][] = [];
const add = (cue: Cue, list: string): void => {
  for (const phrase of list.split('|')) phrases.push([phrase.trim(), cue]);
};
const verb = (type: RelationType, shape: VerbShape, list: string): void => add({ kind: 'verb', type, shape }, list);
const cue = (kind: CueKind, list: string): void => add({ kind }, list);

verb('repeals', 'active', 'bãi bỏ|bãi bõ');
verb(
  'repeals',
  'state',
  'hết hiệu lực|hết hiệu lực thi hành|không còn hiệu lực|không còn hiệu lực thi hành|hết giá trị thi hành|không còn giá trị thi hành|không còn giá trị|thôi có hiệu lực',
);
verb('repeals', 'either', 'chấm dứt hiệu lực|chấm dứt hiệu lực thi hành');
verb('replaces', 'active', 'thay thế|thay thế cho|thay cho');
verb('annuls', 'active', 'hủy bỏ|hủy');
verb(
  'amends',
  'active',
  'sửa đổi|sửa đổi bổ sung|sửa đổi , bổ sung|sửa đổi và bổ sung|sửa đổi / bổ sung|bổ sung , sửa đổi|bổ sung và sửa đổi|điều chỉnh|điều chỉnh , bổ sung|điều chỉnh và bổ sung|điều chỉnh , sửa đổi|điều chỉnh bổ sung|sửa đổi , điều chỉnh',
);
add({ kind: 'verb', type: 'amends', shape: 'active', phraseOnly: true }, 'thay|thay đổi|bỏ|xóa|xóa bỏ|lược bỏ|cắt bỏ');
verb('supplements', 'active', 'bổ sung|bổ sung thêm');
verb('suspends', 'active', 'đình chỉ|tạm đình chỉ|tạm ngưng|tạm ngừng|tạm dừng');
verb(
  'suspends',
  'either',
  'ngưng hiệu lực|ngừng hiệu lực|tạm ngưng hiệu lực|tạm ngừng hiệu lực|tạm dừng hiệu lực|ngưng hiệu lực thi hành|tạm ngưng hiệu lực thi hành',
);
verb(
  'resumes',
  'either',
  'tiếp tục thi hành|tiếp tục được thi hành|được tiếp tục thi hành|tiếp tục cho thi hành|khôi phục hiệu lực|phục hồi hiệu lực|khôi phục hiệu lực thi hành|khôi phục việc thi hành|có hiệu lực trở lại|tiếp tục có hiệu lực trở lại',
);
add(
  { kind: 'verb', type: 'resumes', shape: 'either', continues: true },
  'tiếp tục thực hiện|tiếp tục triển khai thực hiện|tiếp tục triển khai|tiếp tục tổ chức thực hiện',
);
verb(
  'resumes',
  'active',
  'chấm dứt việc đình chỉ|chấm dứt việc tạm đình chỉ|chấm dứt việc tạm ngưng|chấm dứt tạm ngưng|chấm dứt việc tạm ngừng|chấm dứt việc tạm dừng|bãi bỏ việc đình chỉ|bãi bỏ việc tạm đình chỉ|bãi bỏ việc tạm ngưng|hủy bỏ việc đình chỉ|hủy bỏ việc tạm đình chỉ|hủy bỏ việc tạm ngưng',
);
add(
  { kind: 'verb', type: 'resumes', shape: 'state', continues: true },
  'tiếp tục áp dụng|tiếp tục được thực hiện|được tiếp tục thực hiện|tiếp tục có hiệu lực|tiếp tục được áp dụng|được tiếp tục áp dụng|tiếp tục có hiệu lực thi hành',
);
verb(
  'extends',
  'active',
  'kéo dài|gia hạn|tiếp tục kéo dài|tiếp tục gia hạn|kéo dài thời gian|kéo dài thời hạn|kéo dài hiệu lực|kéo dài thêm thời gian|gia hạn thời gian|gia hạn thời hạn|gia hạn hiệu lực',
);
verb('corrects', 'active', 'đính chính');
verb('consolidates', 'active', 'hợp nhất|được hợp nhất từ');
verb(
  'implements',
  'active',
  'thực hiện|triển khai|quán triệt|thi hành|cụ thể hóa|triển khai thực hiện|tổ chức thực hiện|tổ chức triển khai',
);
verb(
  'guides',
  'active',
  'hướng dẫn|quy định chi tiết|qui định chi tiết|quy định biện pháp thi hành|hướng dẫn thi hành|hướng dẫn thực hiện|hướng dẫn triển khai|quy định chi tiết và hướng dẫn',
);
verb('explains', 'active', 'giải thích|giải thích rõ');
verb('based-on', 'active', 'căn cứ|căn cứ vào|trên cơ sở|chiếu theo');

cue('negation', 'không|chưa|chẳng|không phải|không được|không có|không phải là|chưa được|chưa thể');
cue('past', 'đã|từng');
cue('passive', 'được|bị');
cue('affair', 'việc');
cue(
  'nominal',
  'quy trình|thủ tục|trình tự|thẩm quyền|lý do|hồ sơ|phương án|quyền|nguyên tắc|hình thức|kinh phí|kết quả|tình hình|quá trình|tiến độ|thời gian|thời hạn|năm|lộ trình|hiệu quả|nguồn lực|chi phí|nội dung hướng dẫn|phạm vi|đối tượng|nhu cầu|khả năng|yêu cầu về|danh mục',
);
cue(
  'decision',
  'về việc|về|thông qua việc|thống nhất việc|quyết định việc|chấp thuận việc|đồng ý việc|tán thành việc|phê duyệt việc|công bố việc|ngoài việc|cùng với việc|bên cạnh việc|v / v',
);
add(
  { kind: 'block', block: 'proposal' },
  'đề nghị|kiến nghị|đề xuất|dự kiến|dự thảo|dự định|nghiên cứu|xem xét|rà soát|tham mưu|trình|xin ý kiến|lấy ý kiến|góp ý|cho ý kiến|có thể|cần|nên|liệu|cho rằng|mong muốn|vì sao|tại sao|chủ trương|soạn thảo|chuẩn bị|xây dựng dự thảo|khiếu nại|khởi kiện|kiện|căn cứ để|đang xây dựng|phải',
);
add({ kind: 'block', block: 'directive' }, 'giao|yêu cầu|chỉ đạo|phân công|đôn đốc|kêu gọi|nhắc nhở');
add({ kind: 'block', block: 'condition' }, 'nếu|trường hợp|trong trường hợp|giả sử|giả định|khi nào|một khi');
add({ kind: 'block', block: 'future' }, 'sẽ');
cue('when', 'khi|sau khi|trước khi|đến khi|cho đến khi|cho tới khi|tới khi|trong khi|từ khi|kể từ khi');
cue(
  'day',
  'kể từ ngày|từ ngày|đến ngày|trước ngày|sau ngày|thời điểm|kể từ thời điểm|từ thời điểm|trước thời điểm|sau thời điểm|vào ngày|cùng ngày|đến khi có|do',
);
cue(
  'apart',
  'theo|theo quy định|theo quy định tại|theo quy định của|vì|bởi vì|trái với|không phù hợp với|so với|khác với|trừ|ngoại trừ|ngoài|bởi|dẫn chiếu|dẫn chiếu đến|dẫn chiếu tới|viện dẫn|phù hợp với|tương tự|cùng với quy định của|không trái|không trái với|bằng',
);
cue('title', 'ban hành|phê duyệt|công nhận|công bố|thành lập|quy định|kiện toàn|giao chỉ tiêu|phân bổ');
cue('and', 'và|hoặc|hay|cùng|đồng thời|cũng như|lẫn');
cue('but', 'mà|nhưng|song|tuy nhiên|mà chỉ|mà còn|còn');
cue(
  'partly',
  'một phần|một số điều|một số điều khoản|một số nội dung|một số quy định|một số điểm|một số khoản|một số điều , khoản|một phần nội dung|một số phụ lục',
);
cue('list', 'sau|sau đây|dưới đây|gồm|gồm có|bao gồm|như sau');
cue(
  'glue',
  'các|những|số|toàn bộ|của|tại|nội dung|cả|với|trong|một|hai|ba|toàn văn|nêu tại|liên quan tại|có liên quan tại|liên quan của|quy định tại|được quy định tại',
);
cue(
  'enclosed',
  'kèm theo|ban hành kèm theo|được ban hành kèm theo|kèm|ban hành theo|được ban hành theo|thành lập theo|được thành lập theo|phê duyệt theo|được phê duyệt theo|phê duyệt tại|được phê duyệt tại|ban hành tại|được ban hành tại|được thành lập tại|ban hành kèm',
);
cue('instruction', 'ý kiến chỉ đạo|sự chỉ đạo|chỉ đạo của|ý kiến của|ý kiến kết luận');
cue('predicate', 'vừa|mới|đang|là|có hiệu lực|đi vào cuộc sống');
cue(
  'self',
  'hướng dẫn này|đề án này|bản này|văn bản hợp nhất này|quy chế làm việc này|quy chế phối hợp này|quy chế hoạt động này|nghị quyết liên tịch này|chương trình phối hợp này',
);
cue(
  'thing',
  'kinh phí|dự toán|ngân sách|biên chế|vốn|nguồn vốn|nguồn lực|nhân sự|hồ sơ|cán bộ|thiết bị|nhân lực|lực lượng',
);
cue(
  'plain',
  [
    'làm việc|công việc|việc làm|sự việc|vụ việc|không chỉ|không những|không riêng|theo đề nghị|theo đề xuất|theo kiến nghị|xét đề nghị|trên cơ sở đề nghị|trên cơ sở đề xuất|căn cứ đề nghị',
    'theo đó|theo hướng|theo dõi|tiếp theo|qua rà soát|sau rà soát|thi hành án|thi hành công vụ|thi hành nhiệm vụ|hiệu lực thi hành|có hiệu lực thi hành',
    'điều khoản thi hành|chịu trách nhiệm thi hành|trách nhiệm thi hành|tổ chức thực hiện quyết định này|phạm vi điều chỉnh|đối tượng điều chỉnh|tiêu hủy|phá hủy|hủy hoại',
    'đình chỉ công tác|đình chỉ sinh hoạt|đình chỉ chức vụ|đình chỉ học tập|tạm dừng hoạt động|đình chỉ hoạt động|ban chỉ đạo',
    'công trình|trình độ|trình bày|giáo trình|tiến trình|hành trình|phải thu|phải trả|phải nộp|bên phải|giao thông|giao dịch|giao lưu|bàn giao',
    'làm căn cứ|là căn cứ|khu căn cứ|căn cứ địa|cần thiết|trở nên|không gian|hàng không|không khí|cần thơ|cần giờ|cần đước|cần giuộc',
    'ban hành văn bản|thông báo bổ sung|bổ nhiệm|thẩm quyền quyết định|ban thường vụ|ban chấp hành|không quá|theo quy định của pháp luật|theo quy định hiện hành|theo thẩm quyền|theo luật định',
    'hướng dẫn nghiệp vụ|theo chức năng|hủy kết quả|theo nhiệm vụ',
  ].join('|'),
);
for (const { vi } of typeCodes) {
  for (const noun of vi.split(' hoặc '))
    if (!['Hướng dẫn', 'Hợp đồng', 'Đề án', 'Kế hoạch', 'Chương trình'].includes(noun))
      add({ kind: 'document' }, noun.toLowerCase());
}
add({ kind: 'document' }, 'luật|bộ luật|pháp lệnh|văn bản|điều lệ|kế hoạch|chương trình|chương trình hành động');

type Node = { next: Map<string, Node>; cue?: Cue };

const root: Node = { next: new Map() };
for (const [phrase, meaning] of phrases) {
  let node = root;
  for (const word of phrase.split(' ')) {
    const next = node.next.get(word) ?? { next: new Map() };
    node.next.set(word, next);
    node = next;
  }
  node.cue = meaning;
}

/** A cue found at a word, and how many words it takes. */
export type FoundCue = { cue: Cue; words: number };

/** The longest cue that begins at the first of `words`. */
export function findCue(words: WordStream): FoundCue | undefined {
  let node = root.next.get(words.at(0)?.plain ?? '');
  let found: FoundCue | undefined;
  for (let count = 1; node !== undefined; count += 1) {
    if (node.cue !== undefined) found = { cue: node.cue, words: count };
    if (node.next.size === 0) return found;
    node = node.next.get(words.at(count)?.plain ?? '');
  }
  return found;
}
