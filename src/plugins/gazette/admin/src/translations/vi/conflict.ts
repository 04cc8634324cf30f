/** What an editor reads when somebody else saved the same document first. */
export const conflict = {
  title: 'Xung đột chỉnh sửa',
  saved: '{name} đã lưu nội dung này lúc {time}, sau khi bạn mở trang.',
  somebody: 'Người khác',
  'nothing-lost': 'Phần bạn vừa nhập chưa được lưu nhưng còn nguyên trên màn hình.',
  keep: 'Giữ bản của tôi',
  'keep-help': 'Lần lưu tiếp theo sẽ thay bản đã lưu bằng bản của bạn.',
  load: 'Tải bản đã lưu',
  'load-confirm': 'Những gì bạn đã nhập mà chưa lưu sẽ bị bỏ. Tải bản đã lưu?',
};
