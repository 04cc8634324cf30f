/** Texts by their whole id. */
export const texts: Record<string, string> = {
  'delivery.jobs.title': 'Việc chạy nền',
  'delivery.jobs.none': 'Không có việc nào đang chờ: mọi nội dung bạn đọc thấy đều đã cập nhật.',
  'delivery.jobs.error': 'Hiện chưa đọc được danh sách việc chạy nền.',
  'delivery.jobs.dependents': 'Cập nhật các mục có hiển thị “{label}”',
  'delivery.jobs.collection': 'Dựng lại toàn bộ “{label}”',
  'delivery.jobs.progress': '{done} trên {total}',
  'delivery.jobs.done': 'đã xong',
  'delivery.jobs.waiting': 'đang chạy',
  'delivery.jobs.retry': 'sẽ thử lại: {error}',
  'delivery.jobs.failed': 'đã dừng: {error}. Quản trị viên có thể chạy “npm run delivery:rebuild”.',
};
