/** What an editor reads when something cannot be deleted because it is used. */
export const refusal = {
  title: 'Không xoá được vì đang được dùng',
  advice: 'Hãy gỡ khỏi những mục dưới đây trước, rồi xoá lại. Bấm vào tên để mở mục đó ở thẻ mới.',
  close: 'Đóng',
};
