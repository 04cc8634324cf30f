/** A page of our own making in the structure NukeViet prints; tests replace the part they are about. */
export const SAMPLE = {
  title: 'Xã Bình Nhì ra quân nạo vét kênh nội đồng trước mùa khô',
  date: 'Thứ bảy - 02/12/2023 07:45',
  lead: 'Sáng nay, hơn 120 đoàn viên và người dân đã cùng dọn sạch ba tuyến kênh dẫn nước của xã.',
  caption: 'Đ/c Trần Thị Mai - Bí thư Đoàn xã, phát biểu tại lễ ra quân.',
  paragraphs: [
    'Ba tuyến kênh dài 4,5 km đã lâu không được nạo vét, nước chảy rất chậm.',
    'Kết quả này được đánh giá cao; xếp hạng: 1 trong các phong trào của xã.',
    'Kế hoạch số 15-KH/ĐU giao mỗi ấp giữ sạch một đoạn kênh.',
  ],
  byline: 'Lê Văn An - Phó Chủ tịch UBND xã',
  rating: [
    'Tổng số điểm của bài viết là: 9 trong 2 đánh giá',
    'Xếp hạng: 4.5 - 2 phiếu bầu',
    'Click để đánh giá bài viết',
  ],
  idle: 'Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập. Thời gian chờ: 60 giây',
};

/** The sample's lines, with body and everything below it replaceable. */
export function samplePage(change: { head?: string[]; body?: string[]; below?: string[] } = {}): string {
  const head = change.head ?? [SAMPLE.title, SAMPLE.date, SAMPLE.lead, SAMPLE.caption, SAMPLE.caption];
  const body = change.body ?? SAMPLE.paragraphs;
  const below = change.below ?? [`Tác giả bài viết: ${SAMPLE.byline}`, ...SAMPLE.rating, SAMPLE.idle];
  return [...head, '', ...body.flatMap((text) => [text, '']), ...below].join('\n');
}
