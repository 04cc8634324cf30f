import { withAnchors, type ContentsEntry } from '../../../src/plugins/gazette/server/src/structure';
import { sectionsToHtml, type PublicSection } from '../../../src/plugins/gazette/server/src/sections';

const paragraphs = (lines: string): string =>
  lines
    .trim()
    .split('\n')
    .map((line) => `<p>${line.trim()}</p>`)
    .join('\n');

/** `dieu-1: Điều 1 | Phạm vi`, two spaces deeper a level. */
const drawn = (entries: readonly ContentsEntry[], depth = 0): string[] =>
  entries.flatMap(({ anchor, label, title, children }) => [
    `${'  '.repeat(depth)}${anchor}: ${label}${title === null ? '' : ` | ${title}`}`,
    ...drawn(children, depth + 1),
  ]);

const contentsOf = (html: string, locale = 'vi') => drawn(withAnchors(html, locale).contents);

const tree = (text: string): string[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent));
};

test.each([
  [
    'a decision of three articles with its legal basis',
    `
    QUYẾT ĐỊNH
    Căn cứ Luật Tổ chức chính quyền địa phương;
    Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-PNV.
    Điều 1. Thành lập Tổ công tác chống hạn của huyện gồm các ông, bà có tên sau đây:
    1. Ông Phan Văn Mười, Tổ trưởng;
    2. Bà Trần Thị Út, Tổ phó.
    Điều 2. Tổ công tác có nhiệm vụ:
    a) Đo độ mặn mỗi ngày hai lần;
    b) Báo cáo Chủ tịch huyện trước 16 giờ.
    Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
    `,
    `
    dieu-1: Điều 1
      dieu-1-khoan-1: Khoản 1
      dieu-1-khoan-2: Khoản 2
    dieu-2: Điều 2
      dieu-2-diem-a: Điểm a
      dieu-2-diem-b: Điểm b
    dieu-3: Điều 3
    `,
  ],
  [
    'a regulation with chapters whose headings go on below their numbers, sections and a title of two lines',
    `
    Chương I
    QUY ĐỊNH CHUNG
    Điều 1. Phạm vi điều chỉnh
    Quy chế này quy định việc tiếp công dân tại xã.
    CHƯƠNG II
    TIẾP NHẬN, PHÂN LOẠI
    VÀ TRẢ LỜI ĐƠN
    Mục 1
    TIẾP NHẬN
    Điều 2. Nơi tiếp nhận
    1. Bộ phận Một cửa.
    2. Cổng dịch vụ công:
    a) Qua mạng;
    b) Qua tổng đài;
    c) Qua bưu chính;
    d) Tại nhà;
    đ) Tại ấp;
    e) Tại cơ quan.
    Mục 2. TRẢ LỜI
    Tiểu mục 1. THỜI HẠN
    Điều 3. Thời hạn trả lời
    `,
    `
    chuong-i: Chương I | QUY ĐỊNH CHUNG
      dieu-1: Điều 1 | Phạm vi điều chỉnh
    chuong-ii: Chương II | TIẾP NHẬN, PHÂN LOẠI VÀ TRẢ LỜI ĐƠN
      chuong-ii-muc-1: Mục 1 | TIẾP NHẬN
        dieu-2: Điều 2 | Nơi tiếp nhận
          dieu-2-khoan-1: Khoản 1
          dieu-2-khoan-2: Khoản 2
            dieu-2-khoan-2-diem-a: Điểm a
            dieu-2-khoan-2-diem-b: Điểm b
            dieu-2-khoan-2-diem-c: Điểm c
            dieu-2-khoan-2-diem-d: Điểm d
            dieu-2-khoan-2-diem-dd: Điểm đ
            dieu-2-khoan-2-diem-e: Điểm e
      chuong-ii-muc-2: Mục 2 | TRẢ LỜI
        chuong-ii-muc-2-tieu-muc-1: Tiểu mục 1 | THỜI HẠN
          dieu-3: Điều 3 | Thời hạn trả lời
    `,
  ],
  [
    'an amending document: what it quotes is not its own',
    `
    Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc
    1. Sửa đổi khoản 2 Điều 5 như sau:
    “2. Văn phòng trình hồ sơ trong hai ngày.
    3. Hồ sơ thiếu được trả lại.”.
    2. Thay thế Điều 9 như sau:
    “Điều 9. Họp giao ban
    1. Họp vào sáng thứ Hai.
    2. Người dự “họp trực tuyến” phải báo trước.
    Điều 9a. Biên bản
    a) Do thư ký lập;
    b) Lưu hai năm.”
    3. Bãi bỏ Điều 12.
    Điều 2. Hiệu lực thi hành
    `,
    `
    dieu-1: Điều 1 | Sửa đổi, bổ sung một số điều của Quy chế làm việc
      dieu-1-khoan-1: Khoản 1
      dieu-1-khoan-2: Khoản 2
      dieu-1-khoan-3: Khoản 3
    dieu-2: Điều 2 | Hiệu lực thi hành
    `,
  ],
  [
    'straight quotation marks, and marks that lost their partner',
    `
    Điều 1. Bổ sung Điều 4a như sau:
    "Điều 4a. Kho lưu trữ
    1. Kho ở tầng trệt.
    2. Kho có hai chìa khoá."
    Điều 2. Đổi tên gọi thành “Trung tâm hành chính công xã.
    1. Bảng tên thay trong tháng.
    2. Con dấu cũ nộp lại.
    Điều 3. Tổ chức thực hiện
    `,
    `
    dieu-1: Điều 1
    dieu-2: Điều 2
      dieu-2-khoan-1: Khoản 1
      dieu-2-khoan-2: Khoản 2
    dieu-3: Điều 3 | Tổ chức thực hiện
    `,
  ],
  [
    'articles that are cited at the start of a line, and an unquoted one out of its row',
    `
    Điều 1. Sửa nội dung sau
    Điều 14. Nghỉ bù
    Điều 8 của Quy chế này không áp dụng với cấp xã.
    Điều 5, Điều 6 giữ nguyên.
    Điều 7.2 của hợp đồng mẫu được bỏ.
    Chương II quy định về tổ chức bộ máy.
    Mục tiêu của đề án là giảm giấy tờ.
    Phần lớn hồ sơ nộp qua mạng.
    Phụ lục kèm theo được thay mới.
    Điều 2. Thi hành
    `,
    `
    dieu-1: Điều 1 | Sửa nội dung sau
    dieu-2: Điều 2 | Thi hành
    `,
  ],
  [
    'a conclusion of the Party: Roman numerals, numbers, letters',
    `
    KẾT LUẬN
    của Ban Thường vụ Huyện ủy về công tác phòng, chống hạn mặn
    I- TÌNH HÌNH VÀ NGUYÊN NHÂN
    1- Kết quả đạt được
    Các xã đã nạo vét 14 tuyến kênh.
    2- Hạn chế
    II- NHIỆM VỤ, GIẢI PHÁP
    1. 100% chi bộ sinh hoạt chuyên đề về nước ngọt.
    1.1. Chi bộ ấp họp trước ngày 15.
    1.2. Đảng uỷ xã tổng hợp.
    2. Tăng cường kiểm tra:
    a) Kiểm tra cống;
    b) Kiểm tra đê.
    III- TỔ CHỨC THỰC HIỆN
    `,
    `
    muc-i: I | TÌNH HÌNH VÀ NGUYÊN NHÂN
      muc-i-1: 1
      muc-i-2: 2
    muc-ii: II | NHIỆM VỤ, GIẢI PHÁP
      muc-ii-1: 1
        muc-ii-1-1: 1.1
        muc-ii-1-2: 1.2
      muc-ii-2: 2
        muc-ii-2-a: a
        muc-ii-2-b: b
    muc-iii: III | TỔ CHỨC THỰC HIỆN
    `,
  ],
  [
    'a report in parts: capital letters, then Roman numerals that begin anew',
    `
    Phần thứ nhất
    KẾT QUẢ NĂM 2024
    A. KINH TẾ
    I. Nông nghiệp
    II. Thuỷ sản
    B. XÃ HỘI
    C. QUỐC PHÒNG
    PHẦN THỨ HAI: PHƯƠNG HƯỚNG NĂM 2025
    I. Mục tiêu
    II. Giải pháp
    `,
    `
    phan-1: Phần thứ nhất | KẾT QUẢ NĂM 2024
      phan-1-muc-a: A | KINH TẾ
        phan-1-muc-a-i: I | Nông nghiệp
        phan-1-muc-a-ii: II | Thuỷ sản
      phan-1-muc-b: B | XÃ HỘI
      phan-1-muc-c: C | QUỐC PHÒNG
    phan-2: Phần thứ hai | PHƯƠNG HƯỚNG NĂM 2025
      phan-2-muc-i: I | Mục tiêu
      phan-2-muc-ii: II | Giải pháp
    `,
  ],
  [
    'a decision with the regulation that it issues, and an appendix',
    `
    Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.
    Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2025.
    QUY CHẾ
    Tiếp công dân của Ủy ban nhân dân xã
    Điều 1. Nguyên tắc
    1. Công khai.
    2. Đúng hẹn.
    Điều 2. Giờ tiếp
    Điều 3. Nơi tiếp
    PHỤ LỤC I
    DANH MỤC BIỂU MẪU
    Điều 1. Phiếu hẹn
    PHỤ LỤC II: LỊCH TIẾP
    `,
    `
    dieu-1: Điều 1
    dieu-2: Điều 2
    dieu-1_2: Điều 1 | Nguyên tắc
      dieu-1_2-khoan-1: Khoản 1
      dieu-1_2-khoan-2: Khoản 2
    dieu-2_2: Điều 2 | Giờ tiếp
    dieu-3: Điều 3 | Nơi tiếp
    phu-luc-i: Phụ lục I | DANH MỤC BIỂU MẪU
      phu-luc-i-dieu-1: Điều 1 | Phiếu hẹn
    phu-luc-ii: Phụ lục II | LỊCH TIẾP
    `,
  ],
  [
    'a decision with a plan behind it',
    `
    Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.
    Điều 2. Văn phòng và các xã thi hành.
    KẾ HOẠCH
    I. MỤC ĐÍCH
    1. Phủ xanh bờ kênh.
    2. Giữ đất.
    II. KINH PHÍ
    `,
    `
    dieu-1: Điều 1
    dieu-2: Điều 2
    muc-i: I | MỤC ĐÍCH
      muc-i-1: 1
      muc-i-2: 2
    muc-ii: II | KINH PHÍ
    `,
  ],
  [
    'an excerpt, and articles that were inserted later',
    `
    Điều 5. Hồ sơ
    Điều 5a. Hồ sơ nộp qua mạng
    Điều 9. Lệ phí
    1. Miễn cho hộ nghèo.
    1a. Giảm một nửa cho hộ cận nghèo.
    2. Thu đủ với hộ khác.
    `,
    `
    dieu-5: Điều 5 | Hồ sơ
    dieu-5a: Điều 5a | Hồ sơ nộp qua mạng
    dieu-9: Điều 9 | Lệ phí
      dieu-9-khoan-1: Khoản 1
      dieu-9-khoan-1a: Khoản 1a
      dieu-9-khoan-2: Khoản 2
    `,
  ],
  [
    'a text that only has a number here and there',
    `
    1. Kính gửi các xã.
    Năm 2024. Cả huyện có 15.000 hộ dân.
    2023. Kết quả thấp hơn.
    12/5 là ngày hội.
    V. I. Lênin toàn tập.
    C. Mác và Ph. Ăngghen.
    b) Không có điểm a.
    `,
    '',
  ],
  [
    'numbers that begin anew within a clause, which is a list of its own',
    `
    Điều 1. Thành phần
    1. Hội đồng gồm:
    2. Thư ký gồm:
    1. Ông Năm;
    2. Bà Sáu.
    3. Chế độ họp.
    `,
    `
    dieu-1: Điều 1 | Thành phần
      dieu-1-khoan-1: Khoản 1
      dieu-1-khoan-2: Khoản 2
      dieu-1-khoan-3: Khoản 3
    `,
  ],
  [
    'lists within a clause and within an outline, with the numbers of those that follow',
    `
    Điều 1. Thành phần
    1. Tổ gồm:
    1. Ông Năm;
    2. Bà Sáu;
    3. Ông Bảy.
    2. Tổ họp:
    a) Buổi sáng;
    b) Buổi chiều.
    3. Tổ báo cáo.
    I. CHUẨN BỊ
    1. Vật tư:
    1. Cát;
    2. Đá.
    2. Nhân công.
    II. THI CÔNG
    `,
    `
    dieu-1: Điều 1 | Thành phần
      dieu-1-khoan-1: Khoản 1
      dieu-1-khoan-2: Khoản 2
        dieu-1-khoan-2-diem-a: Điểm a
        dieu-1-khoan-2-diem-b: Điểm b
      dieu-1-khoan-3: Khoản 3
    muc-i: I | CHUẨN BỊ
      muc-i-1: 1
      muc-i-2: 2
    muc-ii: II | THI CÔNG
    `,
  ],
  [
    'a table of contents that is printed before the text',
    `
    MỤC LỤC
    Chương I. QUY ĐỊNH CHUNG ........ 2
    Điều 1. Phạm vi ..... 2
    Chương I. QUY ĐỊNH CHUNG
    Điều 1. Phạm vi
    `,
    `
    chuong-i: Chương I | QUY ĐỊNH CHUNG
      dieu-1: Điều 1 | Phạm vi
    `,
  ],
])('%s', (_, text, expected) => {
  expect(contentsOf(paragraphs(text))).toEqual(tree(expected));
});

test.each([
  ['in bold', '<p><strong>Điều 1. Tên gọi.</strong> Từ nay gọi là Tổ tự quản.</p>', 'dieu-1: Điều 1 | Tên gọi'],
  ['in bold without a full stop', '<p><strong>Điều 1 Tên gọi</strong></p>', 'dieu-1: Điều 1 | Tên gọi'],
  ['as a heading', '<h3>Điều 1 <em>Tên gọi</em></h3>', 'dieu-1: Điều 1 | Tên gọi'],
  ['with spaces of other kinds', '<p>\u00a0Điều\u00a01\u200b .\u00a0 Tên   gọi</p>', 'dieu-1: Điều 1 | Tên gọi'],
  ['taken apart into letters and marks', `<p>${'Điều 1. Tên gọi'.normalize('NFD')}</p>`, 'dieu-1: Điều 1 | Tên gọi'],
  ['with entities in it', '<p>Điều 1. Đất &amp; nước &lt;mặn&gt;</p>', 'dieu-1: Điều 1 | Đất & nước <mặn>'],
  ['in capitals', '<p>ĐIỀU 1: TÊN GỌI</p>', 'dieu-1: Điều 1 | TÊN GỌI'],
])('an article is recognised %s', (_, html, expected) => {
  expect(contentsOf(html)).toEqual([expected]);
});

test.each([
  ['a table', '<table><tbody><tr><td>Điều 1. Tên</td></tr></tbody></table>'],
  ['a quotation', '<blockquote><p>Điều 1. Tên</p></blockquote>'],
  ['a figure', '<figure><figcaption>Điều 1. Tên</figcaption></figure>'],
  ['preformatted text', '<pre>Điều 1. Tên</pre>'],
  ['a link to it', '<p><a href="#x">Điều 1. Tên</a></p>'],
])('an article in %s is no place of the document', (_, html) => {
  expect(withAnchors(html, 'vi')).toEqual({ html, contents: [] });
});

test('the numbers that an ordered list shows are those of its clauses', () => {
  const html =
    '<p>Điều 1. Việc cần làm</p><ol><li>Đo mặn<ol><li>Sáng</li><li>Chiều</li></ol></li><li><p>Đóng cống</p></li></ol>' +
    '<p>Điều 2. Việc khác</p><ol start="1"><li>Một</li><li value="3">Ba</li></ol><ol type="a"><li>chữ</li></ol>';
  expect(contentsOf(html)).toEqual(
    tree(`
      dieu-1: Điều 1 | Việc cần làm
        dieu-1-khoan-1: Khoản 1
        dieu-1-khoan-2: Khoản 2
      dieu-2: Điều 2 | Việc khác
        dieu-2-khoan-1: Khoản 1
        dieu-2-khoan-3: Khoản 3
    `),
  );
});

test('a list within a clause that is typed is no list of clauses', () => {
  const html = '<p>Điều 1. Tổ</p><p>1. Tổ gồm:</p><ol><li>Ông Năm</li><li>Bà Sáu</li></ol><p>3. Tổ họp.</p>';
  expect(contentsOf(html)).toEqual(['dieu-1: Điều 1 | Tổ', '  dieu-1-khoan-1: Khoản 1', '  dieu-1-khoan-3: Khoản 3']);
});

test('a translation has the anchors of the Vietnamese text', () => {
  const html = paragraphs(`
    Chapter II. ORGANISATION
    Article 1. Scope
    1. Communes.
    2. Wards:
    a) urban;
    b) rural.
    Appendix I
  `);
  expect(contentsOf(html, 'en')).toEqual(
    tree(`
      chuong-ii: Chapter II | ORGANISATION
        dieu-1: Article 1 | Scope
          dieu-1-khoan-1: Clause 1
          dieu-1-khoan-2: Clause 2
            dieu-1-khoan-2-diem-a: Point a
            dieu-1-khoan-2-diem-b: Point b
      phu-luc-i: Appendix I
    `),
  );
});

test('sections of every kind are read as one text', () => {
  const sections: PublicSection[] = [
    {
      __component: 'gazette.text',
      body: [
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Điều 1. Tên' }] },
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: '1. Một', bold: true },
            { type: 'text', text: ' là thế.\n2. Hai' },
          ],
        },
      ],
    },
    { __component: 'gazette.quote', text: 'Điều 2. Của người khác', cite: null },
    { __component: 'gazette.html', html: '<p>Điều 2. Nơi</p>' },
  ];
  expect(withAnchors(sectionsToHtml(sections), 'vi').html).toBe(
    '<h2 id="dieu-1">Điều 1. Tên</h2>\n' +
      '<p id="dieu-1-khoan-1"><strong>1. Một</strong> là thế.<br><span id="dieu-1-khoan-2"></span>2. Hai</p>\n' +
      '<figure><blockquote><p>Điều 2. Của người khác</p></blockquote></figure>\n' +
      '<p id="dieu-2">Điều 2. Nơi</p>',
  );
});
