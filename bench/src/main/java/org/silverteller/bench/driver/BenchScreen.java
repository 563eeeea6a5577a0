package org.silverteller.bench.driver;

import org.silverteller.device.Screen;
import org.silverteller.page.Frame;

/** A screen of the size that most machines have. */
final class BenchScreen extends WorkingDevice implements Screen {

  private final Customer customer;

  BenchScreen(Customer customer) {
    this.customer = customer;
  }

  @Override
  public Geometry geometry() {
    return new Geometry(1280, 1024, 19);
  }

  @Override
  public void show(Frame frame, long number) {
    customer.sees(frame, number);
  }
}
