/** Help texts, by content type and attribute. */
export const typeHelp = {
  article: {
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
    lead: 'Một hoặc hai câu tóm tắt, hiện trong danh sách và nguồn tin.',
    byline: 'Ghi đúng như in trên bài; nếu có thì hiện thay cho danh sách tác giả.',
    authorships: 'Chọn tác giả và chức vụ khi viết. Để trống chức vụ thì lấy chức vụ hiện nay.',
    releasedAt: 'Để trống: lấy thời điểm xuất bản lần đầu. Có thể ghi lùi ngày cho bài cũ.',
    updateType: 'Sửa lỗi chính tả là sửa nhỏ. Cập nhật quan trọng đổi ngày cập nhật và phải ghi nội dung cập nhật.',
    changeNote: 'Nói cho bạn đọc biết điều gì đã thay đổi. Bắt buộc khi cập nhật quan trọng; tự xoá sau khi xuất bản.',
    withdrawal: 'Nội dung vẫn đọc được, kèm thông báo thu hồi. Muốn gỡ hẳn thì bỏ xuất bản.',
    corrections: 'Mỗi lần đính chính hiện công khai kèm thời điểm.',
    dismissedCitations:
      'Danh sách ký hiệu phần mềm nhận nhầm, ví dụ ["57-KL/TW"]. Các ký hiệu này không được nối tới văn bản.',
  },
  directive: {
    symbol: 'Ghi như trên văn bản: 57-KL/TW, 156/QĐ-UBND, 30/2020/NĐ-CP. Phần mềm đưa về dạng chuẩn khi lưu.',
    symbolFreeform: 'Bật cho văn bản cũ, văn bản nước ngoài hoặc không có số.',
    classification: 'Chỉ văn bản công khai mới được xuất bản. Văn bản có độ mật không được đính kèm tệp.',
    issuer: 'Bắt buộc. Chọn đúng cơ quan tại thời điểm ban hành, kể cả khi nay đã sáp nhập hoặc giải thể.',
    effectiveTo: 'Ngày cuối cùng còn hiệu lực. Để trống nếu không quy định thời hạn.',
    effectiveFrom: 'Để trống nếu văn bản không ghi ngày có hiệu lực.',
    relations: 'Văn bản này căn cứ, sửa đổi, thay thế, bãi bỏ văn bản nào. Chiều ngược lại được tính tự động.',
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
    attachments: 'Chỉ đính kèm tệp cho văn bản công khai.',
    releasedAt: 'Để trống: lấy thời điểm xuất bản lần đầu. Có thể ghi lùi ngày cho bài cũ.',
    updateType: 'Sửa lỗi chính tả là sửa nhỏ. Cập nhật quan trọng đổi ngày cập nhật và phải ghi nội dung cập nhật.',
    changeNote: 'Nói cho bạn đọc biết điều gì đã thay đổi. Bắt buộc khi cập nhật quan trọng; tự xoá sau khi xuất bản.',
    withdrawal: 'Nội dung vẫn đọc được, kèm thông báo thu hồi. Muốn gỡ hẳn thì bỏ xuất bản.',
    corrections: 'Mỗi lần đính chính hiện công khai kèm thời điểm.',
    dismissedCitations:
      'Danh sách ký hiệu phần mềm nhận nhầm, ví dụ ["57-KL/TW"]. Các ký hiệu này không được nối tới văn bản.',
  },
  resolution: {
    symbol: 'Ghi như trên văn bản: 57-KL/TW, 156/QĐ-UBND, 30/2020/NĐ-CP. Phần mềm đưa về dạng chuẩn khi lưu.',
    symbolFreeform: 'Bật cho văn bản cũ, văn bản nước ngoài hoặc không có số.',
    classification: 'Chỉ văn bản công khai mới được xuất bản. Văn bản có độ mật không được đính kèm tệp.',
    issuer: 'Bắt buộc. Chọn đúng cơ quan tại thời điểm ban hành, kể cả khi nay đã sáp nhập hoặc giải thể.',
    effectiveTo: 'Ngày cuối cùng còn hiệu lực. Để trống nếu không quy định thời hạn.',
    effectiveFrom: 'Để trống nếu văn bản không ghi ngày có hiệu lực.',
    relations: 'Văn bản này căn cứ, sửa đổi, thay thế, bãi bỏ văn bản nào. Chiều ngược lại được tính tự động.',
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
    attachments: 'Chỉ đính kèm tệp cho văn bản công khai.',
    releasedAt: 'Để trống: lấy thời điểm xuất bản lần đầu. Có thể ghi lùi ngày cho bài cũ.',
    updateType: 'Sửa lỗi chính tả là sửa nhỏ. Cập nhật quan trọng đổi ngày cập nhật và phải ghi nội dung cập nhật.',
    changeNote: 'Nói cho bạn đọc biết điều gì đã thay đổi. Bắt buộc khi cập nhật quan trọng; tự xoá sau khi xuất bản.',
    withdrawal: 'Nội dung vẫn đọc được, kèm thông báo thu hồi. Muốn gỡ hẳn thì bỏ xuất bản.',
    corrections: 'Mỗi lần đính chính hiện công khai kèm thời điểm.',
    dismissedCitations:
      'Danh sách ký hiệu phần mềm nhận nhầm, ví dụ ["57-KL/TW"]. Các ký hiệu này không được nối tới văn bản.',
  },
  issuer: {
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
    code: 'Phần viết tắt trong ký hiệu: TW, TU, HU, UBND, HĐND.',
    validTo: 'Ghi ngày cơ quan kết thúc hoạt động; văn bản đã ban hành vẫn giữ nguyên.',
  },
  topic: {
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
    parent: 'Danh sách của chuyên mục cha gồm cả bài của chuyên mục con.',
  },
  dossier: {
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
  },
  tag: {
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
  },
  author: {
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
    role: 'Chức vụ hiện nay.',
  },
  page: {
    slug: 'Để trống để phần mềm tự đặt. Đổi sau khi xuất bản thì địa chỉ cũ tự chuyển hướng.',
  },
  site: {
    menus: 'Mỗi mục dẫn tới một địa chỉ hoặc một nội dung công khai.',
  },
};

/** Help texts, by component and attribute. */
export const componentHelp = {
  figure: {
    alternativeText: 'Tả ảnh cho người không nhìn thấy ảnh. Bắt buộc khi có ảnh thì mới xuất bản được.',
  },
  html: {
    html: 'Mã lệnh, kiểu dáng và thuộc tính sự kiện bị gỡ khi lưu; bảng, danh sách, liên kết được giữ.',
  },
  media: {
    url: 'Dùng khi không tải tệp lên.',
  },
  authorship: {
    position: 'Để trống thì lấy chức vụ hiện nay của tác giả.',
  },
  translation: {
    locale: 'Mã ngôn ngữ, ví dụ en.',
  },
  withdrawal: {
    reason: 'Hiện công khai cho bạn đọc.',
  },
  'legal-relation': {
    targetSymbol: 'Ghi số, ký hiệu; khi sổ văn bản có văn bản này thì liên kết tự nối.',
    scope: 'Ví dụ: khoản 2 Điều 8. Để trống nếu tác động toàn bộ văn bản.',
    effectiveOn: 'Để trống thì lấy ngày có hiệu lực của văn bản này.',
    until: 'Dùng cho tạm ngưng hoặc kéo dài hiệu lực.',
    targetDocumentId: 'Phần mềm tự điền.',
    targetCollection: 'Phần mềm tự điền.',
  },
};

/** What stands at a field that another language may not change. */
export const lockedHelp = {
  text: 'Lấy từ bản ngôn ngữ mặc định, chỉ đọc.',
};
