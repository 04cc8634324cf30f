/** Texts by name. `{seconds}` and `{time}` are filled in. */
export const texts: Record<string, string> = {
  title: 'Bạn vẫn còn đang làm việc chứ?',
  body: 'Đã lâu bạn không thao tác. Hệ thống sẽ đăng xuất sau {seconds} giây. Nội dung đang nhập được giữ lại.',
  stay: 'Tiếp tục làm việc',
  'ended-title': 'Bạn đã được đăng xuất',
  'ended-body':
    'Đã quá lâu bạn không thao tác. Nội dung bạn đang nhập được giữ lại trên trình duyệt này: hãy đăng nhập lại và mở lại mục đó.',
  close: 'Đóng',
  'typed-title': 'Nội dung chưa lưu',
  'typed-body': 'Lúc {time} bạn đã nhập nội dung mà chưa lưu. Bạn có thể khôi phục để xem lại rồi lưu.',
  'typed-changed': 'Từ lúc đó mục này đã được lưu lại với nội dung khác. Hãy so sánh trước khi lưu.',
  'typed-restore': 'Khôi phục nội dung đã nhập',
  'typed-drop': 'Bỏ nội dung đã nhập',
};

/** What Strapi says of an ended session, which is not true here: nothing typed is lost. */
export const strapiTexts: Record<string, string> = {
  'app.session.ended.unsaved':
    'Phiên làm việc đã kết thúc. Nội dung chưa lưu được giữ lại trên trình duyệt này và sẽ được đề nghị khôi phục khi bạn đăng nhập lại và mở lại mục này.',
};
